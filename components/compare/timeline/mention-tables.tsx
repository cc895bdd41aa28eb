import type { Translator } from "@/components/words/words";
import { TableScroll } from "@/components/ui/table-scroll";
import type { Timeline, ToldFigure, ToldTime } from "@/lib/compare/timeline";
import { PlaceLink } from "./place-link";
import type { TimelineSay } from "./say";
import { articleName } from "./timeline-strip";
import { Told } from "./told";

type Props = { t: Translator<"timeline">; say: TimelineSay; projectId: string; timeline: Timeline };

/** All times of the articles, article by article, each leading to its place: the strip as a table. */
export const TimesTable = (props: Props) => <Mentions {...props} of="times" mentions={props.timeline.times} means={(one) => props.say.time(one as ToldTime)} kind={(one) => props.t(`kinds.${(one as ToldTime).kind}`)} />;

/** All figures of the articles. */
export const FiguresTable = (props: Props) => <Mentions {...props} of="figures" mentions={props.timeline.figures} means={(one) => props.say.figure(one as ToldFigure)} kind={null} />;

function Mentions({ t, projectId, timeline, of, mentions, means, kind }: Props & { of: "times" | "figures"; mentions: readonly (ToldTime | ToldFigure)[]; means: (one: ToldTime | ToldFigure) => string; kind: ((one: ToldTime | ToldFigure) => string) | null }) {
  const title = t(`table.${of}`);
  return (
    <div className="tl-table">
      <h2>{title}</h2>
      {mentions.length === 0 ? <p className="muted">{t("table.none")}</p> : (
        <TableScroll label={title}>
          <table className="tb">
            <thead><tr><th scope="col">{t("table.article")}</th><th scope="col">{t("table.words")}</th><th scope="col">{t("table.means")}</th>{kind && <th scope="col">{t("table.kind")}</th>}<th scope="col">{t("table.sentence")}</th></tr></thead>
            <tbody>
              {mentions.map((one) => (
                <tr key={`${one.articleId} ${one.start}`}>
                  <td>{articleName(timeline, one.articleId)}</td>
                  <th scope="row"><PlaceLink projectId={projectId} place={one}><span dir="auto">{one.quote}</span></PlaceLink></th>
                  <td className="num">{means(one)}</td>
                  {kind && <td>{kind(one)}</td>}
                  <td><Told mention={one} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}
