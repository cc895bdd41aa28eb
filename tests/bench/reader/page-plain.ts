import "@/app/styles/app.css";
import "@/components/annotator/annotator.css";
import { paintedWhen } from "./painted";
import { drawText, host } from "./sheet";

window.bench = {
  visible: () => [],
  async open() {
    const begun = performance.now();
    drawText(host());
    const painted = (await paintedWhen(() => true)) - begun;
    return { painted, all: painted };
  },
  add: () => Promise.resolve(0),
};
