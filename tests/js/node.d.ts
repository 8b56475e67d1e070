/** The parts of Node and of linkedom that the tests use; their own types would replace the browser's. */
declare module "node:timers" {
  export function setImmediate(work: (value?: unknown) => void): void;
}

declare module "node:test" {
  export function test(name: string, work: () => unknown): Promise<void>;
  export const mock: {
    readonly timers: { enable(options: { apis: string[] }): void; tick(ms: number): void; reset(): void };
  };
}

declare module "node:assert/strict" {
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function ok(value: unknown, message?: string): asserts value;
  export function throws(work: () => unknown, error?: unknown): void;
  export function rejects(work: Promise<unknown>, error?: unknown): Promise<void>;
}

declare module "node:fs" {
  export function readFileSync(path: URL, encoding: "utf8"): string;
  export function readdirSync(path: URL, options: { recursive: true }): string[];
}

declare module "node:vm" {
  export function runInNewContext(code: string, globals: object): unknown;
}

declare module "node:zlib" {
  export function deflateRawSync(data: Uint8Array): Uint8Array<ArrayBuffer>;
}

declare module "linkedom" {
  export function parseHTML(html: string): Window & typeof globalThis;
}

declare module "node:events" {
  export function getEventListeners(target: EventTarget, name: string): readonly unknown[];
}
