/** A component of Vue with the box: its place in templates, and a reference to it. */
import { defineComponent, type GlobalComponents, h, onMounted, ref } from "vue";
import type { YoutenBoxElement, YoutenBoxProps } from "youten/box";
import type {} from "youten/vue";

type Props = InstanceType<GlobalComponents["youten-box"]>["$props"];
const props: Props = { for: "article", sentences: 2, "auto-update": true };
// @ts-expect-error -- no such theme
const wrong: Props = { theme: "blue" };

export default defineComponent({
  setup() {
    const box = ref<YoutenBoxElement>();
    const count = ref(0);
    onMounted(() => {
      box.value?.addEventListener("youten-summary", ({ detail }) => (count.value = detail.sentences.length));
    });
    const given: YoutenBoxProps = { "onyouten-summary": ({ detail }) => (count.value = detail.sentences.length) };
    return () => h("article", [h("youten-box", { ref: box, ...props, ...given, ...wrong }), count.value]);
  },
});
