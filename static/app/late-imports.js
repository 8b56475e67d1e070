/**
 * The modules of the page that the late halves use. They import them only from here: the bundler then puts them into
 * one file of the release, so the page loads a few files first instead of many.
 */
export { appendAll, byId, element, keepLocal, setText } from "../shared/dom.js";
export { isShared, ownName, ownPrefix } from "../shared/own.js";
export { parts } from "./article/lines.js";
export { SILENT } from "./article/spans.js";
export { carryDraft } from "./field/draft.js";
export { putArticle } from "./field/input.js";
export { keepReaders } from "./import/reader-files.js";
export { keepRest, REST_BYTES } from "./offline/rest.js";
export { attributedHtml, attributedText, origin, setSource, source } from "./share/attributed.js";
export { copy, save, saveBlob } from "./share/copy.js";
export { setEdits } from "./summary/edits.js";
export { onSetting, resetSettings, set, setShared, setting } from "./settings/settings.js";
export { setCurrent } from "./page/jump.js";
export { lineNumber, numeral } from "./page/line-number.js";
export { language } from "./words/language.js";
export { engine } from "./start.js";
export { options } from "./summary/controls.js";
export { speaker } from "./words/say.js";
export { clearHash } from "./page/address.js";
export { button } from "./page/button.js";
export { openDialog } from "./page/dialog.js";
export { excess } from "./page/field.js";
export { onShown, shown } from "./page/shown.js";
export { announce, complain } from "./page/status.js";
