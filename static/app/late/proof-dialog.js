/** How a reader can see for himself that the text stays on the device. */
import { element, openDialog, speaker } from "../kit.js";

const STEPS = /** @type {const} */ (["flight", "network", "policy"]);

const say = speaker({
  ja: {
    heading: "文章は端末の外に出ません",
    intro: "約束の言葉だけでなく、次のようにご自身で確かめられます。",
    flight: "通信を切って使う",
    flightText: "「オフラインで使えます」と出たら、機内モードにしてから記事を貼り付けてください。同じように要約できます。",
    network: "通信を見る",
    networkText: "ブラウザーの開発者ツールで「ネットワーク」を開いたまま記事を貼り付けてください。行は一つも増えません。",
    policy: "しくみを見る",
    policyText:
      "要約のエンジンは別のフレームにあり、必要なファイルを受け取ったあと、自分の通信をブラウザーの規則（Content Security Policy の default-src 'none'）で閉じます。記事が渡されるのは、そのあとです。",
  },
  en: {
    heading: "The text does not leave the device",
    intro: "You need not take our word for it; here is how to see it for yourself.",
    flight: "Use it without a network",
    flightText: "Once it says “Works offline”, switch to flight mode and paste an article. It is summarised as before.",
    network: "Watch the network",
    networkText: "Open “Network” in the browser's developer tools and paste an article. Not one line is added.",
    policy: "See how it is built",
    policyText:
      "The engine lives in a frame of its own. When it has received its files it closes its network by the browser's own rules (Content Security Policy, default-src 'none'). Only then is it given the article.",
  },
});

export function openProof() {
  const steps = STEPS.map((step) => element("li", "", element("b", "", say(step)), element("p", "", say(`${step}Text`))));
  openDialog(say("heading"), [element("p", "", say("intro")), element("ol", "steps", ...steps)]);
}
