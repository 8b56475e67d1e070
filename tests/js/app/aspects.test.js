/** What a line tells: named only where its last words say so. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { aspectOf } from "../../../static/app/summary/aspects.js";

/** @type {[line: string, form: string | undefined, aspect: string | undefined, why: string][]} */
const TABLE = [
  ["会費は来年度から年三千円に改めることを全員一致で決めた。", "minutes", "decision", "a vote"],
  ["第三号議案は否決されました。", "minutes", "decision", "a vote against"],
  ["掲示板は駅の南口に移すことになりました。", "minutes", "decision", "an outcome"],
  ["異議がないので、原案のとおり決定いたします。", "minutes", "decision", "the chair's words"],
  ["会計から、会費を改めることを決めた経緯の説明があった。", "minutes", undefined, "a decision only mentioned"],
  ["次の会合は十月に開く予定です。", "minutes", "next", "a plan of a meeting"],
  ["市は図書館の閉館時刻を決めた。", "article", undefined, "news tell what happened: no name"],
  ["老朽化で維持費が増えたためだ。", "article", "reason", "a reason at the end"],
  ["閉鎖の理由は、客が減ったことにあるという。", undefined, "reason", "a reason at the beginning"],
  ["市は住民のために橋を架けた。", "article", undefined, "a purpose inside"],
  ["新しい橋は再来年に完成する見通しだ。", "article", "next", "an outlook"],
  ["県は来月にも調査を始める。", "article", "next", "something that begins"],
  ["見通しは示さなかった。", "article", undefined, "an outlook only mentioned"],
  ["玉ねぎを薄切りにし、弱火で十分炒める。", "howto", "step", "a step"],
  ["作業の前に元栓を閉めます。", "howto", "step", "a polite step"],
  ["ガスの近くでは使わないでください。", "howto", "caution", "a warning"],
  ["強くこすると傷が付くおそれがあります。", "howto", "caution", "a danger"],
  ["玉ねぎは加熱すると甘くなる。", "howto", undefined, "a fact"],
  ["玉ねぎを炒める。", "article", undefined, "no instructions"],
  ["玉ねぎを炒める予定です。", "verse", undefined, "a form without aspects"],
];

for (const [line, form, aspect, why] of TABLE) {
  test(why, () => assert.equal(aspectOf(line, form), aspect));
}
