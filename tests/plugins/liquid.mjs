/** Renders a Liquid template like Jekyll: {template, page} as JSON on standard input, HTML on standard output. */
import { readFileSync } from "node:fs";
import { Liquid } from "liquidjs";

const { template, page } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(await new Liquid().parseAndRender(template, { page }));
