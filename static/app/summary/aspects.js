/**
 * Names what a line of the summary tells, where its last words say so: a decision, a reason, what comes next; in
 * instructions, a step or what to beware of. Most lines tell what happened and get no name.
 */

/** @typedef {"decision" | "reason" | "next" | "step" | "caution"} Aspect */

const DECISION =
  /(?:決め|決まっ|決定し|決定され|決議し|承認し|承認され|了承し|了承され|可決し|可決され|否決し|否決され|採択し|採択され|合意し|一致し)(?:た|ました)$|こと(?:と|に)(?:し|なっ|なり)(?:た|ました)$|決定(?:し|いたし)ます$/u;
const REASON =
  /(?:ため|から)(?:だ|だった|です|でした|である|という|だという|とみられる)$|(?:理由|原因|きっかけ|背景)(?:は|には|に|だ|だった|です|でした|である)|ためで、/u;
const NEXT =
  /(?:予定|見通し|見込み|方針|計画|考え|構え)(?:だ|です|である|という|だという)?$|(?:目指す|めざす|目指します|めざします|検討する|検討します|検討している|始める|始めます|見込む|見込まれる)$|^(?:今後|次回|来(?:年|月|週|春|夏|秋|冬))/u;
const CAUTION =
  /(?:注意|気をつけ|控え|避け)(?:る|ます|てください|ましょう|が必要(?:だ|です)?|したい|したほうがよい|る必要がある)$|(?:しない|ない)(?:でください|ようにする|ようにします|ようにしましょう|こと)$|(?:禁物|厳禁|危険)(?:だ|です)?$|(?:恐れ|おそれ|危険)が(?:ある|あります)$/u;
const STEP = /(?:を[^。]*(?:ます|[^れきなあい]る|[すくつむうぐぶ])|に(?:する|します))$/u;

/** The aspects of a form of text (py/youten/reading), the first that fits counts. @type {Record<string, [Aspect, RegExp][]>} */
const OF_FORM = {
  minutes: [
    ["decision", DECISION],
    ["next", NEXT],
  ],
  howto: [
    ["caution", CAUTION],
    ["step", STEP],
  ],
};
/** @type {[Aspect, RegExp][]} */
const OF_ARTICLES = [
  ["reason", REASON],
  ["next", NEXT],
];

/**
 * @param {string} line
 * @param {string} [form] as what the text was read
 * @returns {Aspect | undefined}
 */
export function aspectOf(line, form = "article") {
  const said = line.replace(/[。．!！\s]+$/u, "");
  const aspects = OF_FORM[form] ?? (form === "article" ? OF_ARTICLES : []);
  return aspects.find(([, pattern]) => pattern.test(said))?.[0];
}
