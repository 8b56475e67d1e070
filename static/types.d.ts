/** What the build defines (see py/sitebuild/manifest.py and release.py), and the parts of worker scopes that the code uses. */

interface Asset {
  /** Name without `.gz`, as the engine knows it. */
  readonly name: string;
  /** Address relative to the release's folder. */
  readonly url: string;
  /** Size as stored, in bytes. */
  readonly bytes: number;
  /** Size once unpacked; the same where it is not packed. */
  readonly bytesUnpacked: number;
  /** Of the bytes as stored, in hexadecimal. */
  readonly sha256: string;
  /** Of the bytes once unpacked, where it is stored gzipped. */
  readonly sha256Unpacked?: string;
}

/** A file of the site with the hash of its bytes, and of its contents where it is stored gzipped. */
type ListedFile = readonly [url: string, sha256: string, sha256Unpacked?: string];

/** Only `__SITE__.<name>` is defined, and only where the value is known when the script is made. */
declare const __SITE__: {
  /** Files of the engine by the variant of its start. */
  readonly assets: { readonly [variant in "snapshot" | "whole" | "packed" | "stock"]: readonly Asset[] };
  /** Files that are stored when the page is idle: address relative to the release's folder, bytes to transfer. */
  readonly background: readonly { readonly url: string; readonly bytes: number }[];
  /** Of the connection costs that a start makes of the dictionary; in hexadecimal. */
  readonly costsSha256: string;
  /** Of the release's snapshot (static/engine/files/snapshot.js), so that the worker need not wait for it; base64. */
  readonly early: { readonly header: string; readonly matrix: import("./engine/files/connection-costs.js").Matrix };
  /** Contents of the lock file from which the interpreter knows its packages. */
  readonly lock: string;
  /** Version of the engine, as Python knows it. */
  readonly version: string;

  // For the service worker; addresses are relative to the site.
  /** Name of the release. */
  readonly release: string;
  /** Files that are stored at a first visit. */
  readonly precache: readonly ListedFile[];
  /** Files that are stored once a reader has asked for them. */
  readonly later: readonly ListedFile[];
  /** Addresses that the page asks for before a script of it has run. */
  readonly atOnce: readonly string[];
  /** Addresses of files that the engine itself checks. */
  readonly checkedLater: readonly string[];
  /** Address of the dictionary, and where in it the connection costs are. */
  readonly dictionary: { readonly url: string; readonly matrix: import("./engine/files/connection-costs.js").Matrix };
};

/** JSON text of a value of type T. */
type Json<T> = string & { readonly value?: T };

/**
 * The page's words by section and language (static/app/words/*.json), as text: the bundler puts text where it is
 * used, and objects into every script. Only `__WORDS__.<section>` is defined; `document` has English alone.
 */
declare const __WORDS__: {
  readonly [section in keyof typeof import("./app/words/ja.json")]: Json<{
    readonly ja: (typeof import("./app/words/ja.json"))[section];
    readonly en: (typeof import("./app/words/en.json"))[section];
  }>;
};

/** The worker's script, as text. */
declare module "worker-script" {
  const text: string;
  export default text;
}

/** Pyodide's own script: what makes the Emscripten module. */
declare module "pyodide.asm" {
  const create: import("./engine/worker/python.js").Create;
  export default create;
}

/** What TypeScript's library has for workers only. Source: https://fs.spec.whatwg.org/#api-filesystemsyncaccesshandle */
interface FileSystemSyncAccessHandle {
  getSize(): number;
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  close(): void;
}

interface FileSystemFileHandle {
  createSyncAccessHandle(options: { mode: "read-only" | "readwrite" }): Promise<FileSystemSyncAccessHandle>;
}

/** The engine's worker, as seen from inside. TypeScript's own library for workers excludes the one for pages. */
interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  onunhandledrejection: ((event: PromiseRejectionEvent) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: any;
  readonly ports: readonly MessagePort[];
}

interface WindowClient {
  readonly url: string;
  readonly frameType: "auxiliary" | "top-level" | "nested" | "none";
}

interface ServiceWorkerScope {
  readonly clients: {
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly WindowClient[]>;
  };
  skipWaiting(): Promise<void>;
  readonly caches: CacheStorage;
  readonly registration: ServiceWorkerRegistration;
  addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: ExtendableMessageEvent) => void): void;
}

interface TrustedTypePolicyLike {
  createScriptURL(url: string): string;
}

interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: TrustedTypePolicyLike): TrustedTypePolicyLike;
  };
}

/** The build puts the text of such a file in its place. */
declare module "*.txt" {
  const text: string;
  export default text;
}

/** Files that the system opens with the installed page: https://wicg.github.io/web-app-launch/ */
interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

interface Window {
  readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void };
}
