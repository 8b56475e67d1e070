/**
 * What late parts use of the page. They import it from here alone: modules that are reached by the same parts end
 * up in one file of the release, and the page begins with two files instead of ten.
 */
export { clearHash } from "./address.js";
export { openDialog } from "./dialog.js";
export { byId, element, setText } from "../shared/dom.js";
export { carryDraft } from "./draft.js";
export { keepLater, PDF_READER } from "./later.js";
export { setCurrent } from "./links.js";
export { language, say, speaker } from "./messages.js";
export { announce, complain, onShown, putArticle, shown } from "./page.js";
export { numeral, seal } from "./seal.js";
export { onSetting, resetSettings, set, setting } from "./settings.js";
export { SILENT } from "./source.js";
