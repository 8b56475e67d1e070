/** The one thing that the plugin needs of Node, whose types are not installed here. */
declare module "node:fs/promises" {
  export function readFile(path: URL): Promise<Uint8Array>;
  export function copyFile(from: URL, to: string): Promise<void>;
}
