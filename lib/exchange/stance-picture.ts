import { PICTURE_WIDE } from "@/lib/figures/picture-layout";
import { pictureFigure } from "@/lib/figures/stance-pictures";
import type { Drawable } from "@/lib/stance/pictures/any";
import { scaleOf } from "@/lib/stance/pictures/work-values";
import { choiceLine, type StanceFile, stanceFacts, stanceFoot, type StanceOrigin } from "./stance-file";
import { PICTURE_COLUMNS, pictureRows } from "./stance-picture-rows";
import { FILE_WORDS, PICTURE_METHODS, PICTURE_TITLES } from "./stance-picture-words";

/** A further picture of stance toward `target` as a file: figure, words around it, columns and rows, in English. */
export function pictureFile(drawn: Drawable, target: string, origin: StanceOrigin): StanceFile {
  const { name, data } = drawn;
  const left = data.unknownWorks === 0 ? "" : ` ${data.unknownWorks} works of unknown outlet are left out.`;
  const undated = drawn.name === "time" && drawn.data.undatedArticles > 0 ? ` ${drawn.data.undatedArticles} articles without a day are in the table only.` : "";
  return {
    figure: pictureFigure(drawn, scaleOf(origin.choice.measured), FILE_WORDS, PICTURE_WIDE),
    words: {
      title: `${PICTURE_TITLES[name]}: ${target}`,
      description: `${PICTURE_METHODS[name]}.${left}${undated}`,
      foot: [`${PICTURE_METHODS[name]}.${left}${undated}`, choiceLine(origin.choice), stanceFoot(origin)],
      facts: stanceFacts(name, origin, [["target", target], ["method", PICTURE_METHODS[name]], ["works_of_unknown_outlet", String(data.unknownWorks)]]),
    },
    columns: PICTURE_COLUMNS[name],
    rows: pictureRows(drawn),
  };
}
