/** What the build defines (see py/sitebuild/release.py), and the parts of worker scopes that the code uses. */

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

declare const __ASSETS__: { readonly [variant in "snapshot" | "packed" | "stock"]: readonly Asset[] };
declare const __PRECACHE__: readonly (readonly [url: string, sha256: string, sha256Unpacked?: string])[];
declare const __CHECKED_LATER__: readonly string[];
/** Address of the dictionary, relative to the site, and where in it the connection costs are. */
declare const __DICTIONARY__: { readonly url: string; readonly matrix: import("./engine/files/connection-costs.js").Matrix };
/** Of the connection costs that a start makes of the dictionary; in hexadecimal. */
declare const __COSTS_SHA256__: string;
declare const __AT_ONCE__: readonly string[];
declare const __LATER__: readonly (readonly [url: string, sha256: string, sha256Unpacked?: string])[];
/** Contents of the lock file that the interpreter is told of packages by. */
declare const __LOCK__: string;
declare const __RELEASE__: string;
/** Of the release's snapshot (see static/engine/files/snapshot.js), so that the worker need not wait for it; base64. */
declare const __EARLY__: { readonly header: string; readonly matrix: import("./engine/files/connection-costs.js").Matrix };
/** Version of the engine, as Python knows it. */
declare const __VERSION__: string;

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
  createHTML(markup: string): string;
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
