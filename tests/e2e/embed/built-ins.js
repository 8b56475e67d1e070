/**
 * What pages change before our script runs, by name: each is a script of its own, and its page must still get a box
 * with three sentences.
 */
export const changes = {
  "everything frozen": () => {
    for (const base of [Error, Object, Array, Function, Promise, String, Map, Set, EventTarget]) {
      Object.freeze(base.prototype);
    }
  },
  "polyfills that lack what came later": () => {
    delete Promise.prototype.finally;
    delete String.prototype.toWellFormed;
    delete Array.prototype.at;
    Array.from = (list) => Array.prototype.slice.call(list);
    const Native = Promise;
    // A library's promise: async functions still give the browser's own.
    window.Promise = function Promise(work) {
      const own = new Native(work);
      this.then = (...handlers) => own.then(...handlers);
      this.catch = (handler) => own.then(undefined, handler);
    };
    for (const name of ["resolve", "reject", "all", "race"]) window.Promise[name] = (value) => Native[name](value);
  },
  // As Prototype 1.6 does: methods of its own under names that have got another meaning since.
  "an old framework that extends arrays and elements": () => {
    const own = {
      entries() {
        return this.slice();
      },
      reduce() {
        return this.length > 1 ? this : this[0];
      },
      include: Array.prototype.includes,
      toJSON() {
        return `[${this.join(", ")}]`;
      },
      reverse(inline) {
        return inline === false ? this.slice().sort(() => -1) : this;
      },
      clear() {
        this.length = 0;
        return this;
      },
    };
    for (const [name, method] of Object.entries(own)) Array.prototype[name] = method;
    Array.from = (list) => Array.prototype.slice.call(list);
    const keys = (object) => {
      const found = [];
      for (const name in object) found.push(name);
      return found;
    };
    Object.keys = keys;
    Object.values = (object) => keys(object).map((name) => object[name]);
    for (const name of ["remove", "select", "update", "insert", "hide", "show", "scrollTo", "toggle", "visible"]) {
      HTMLElement.prototype[name] = function () {
        if (name === "remove") this.parentNode.removeChild(this);
        return this;
      };
    }
    Function.prototype.bind = function (self, ...given) {
      return (...rest) => this.apply(self, [...given, ...rest]);
    };
    const Native = window.Element;
    window.Element = function Element(tag) {
      return document.createElement(tag);
    };
    window.$ = (id) => document.getElementById(id);
    Object.assign(window.Element, Native);
  },
  // As MooTools 1.2 does: types of its own in place of the browser's.
  "an old framework that replaces types": () => {
    Array.from = (item) => (item === null ? [] : typeof item === "object" && "length" in item ? [...item] : [item]);
    window.Event = function Event(event) {
      this.event = event;
      this.target = event.target;
      this.page = { x: event.clientX + window.scrollX, y: event.clientY };
    };
    window.Element = function Element(tag) {
      return document.createElement(tag);
    };
    for (const name of ["append", "clone", "erase", "empty", "contains"]) {
      Array.prototype[name] ??= function () {
        return this;
      };
    }
    String.prototype.contains = function (text) {
      return this.indexOf(text) > -1;
    };
    Number.from = (value) => parseFloat(value);
  },
};

/**
 * Use the box that auto.js has made in each frame of this page, which itself changes nothing. Returns by the frame's
 * name the number of sentences, the error that is shown, and whether progress is still shown.
 */
export const useAll = async () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
  const use = async ({ contentDocument, contentWindow, name }) => {
    const box = () => contentDocument.querySelector("youten-box")?.shadowRoot;
    for (let left = 250; left && !box(); left -= 1) await wait();
    if (!box()) return [name, "no box"];
    const part = (selector) => box().querySelector(selector);
    part(".button").click();
    for (let left = 1000; left && !part(".text") && !part(".error").textContent; left -= 1) await wait();
    await wait();
    const waiting = !part(".meter").hidden && contentWindow.getComputedStyle(part(".meter")).visibility === "visible";
    return [name, [box().querySelectorAll(".text").length, part(".error").textContent, waiting]];
  };
  return Object.fromEntries(await Promise.all([...document.querySelectorAll("iframe")].map(use)));
};
