const ROOM = 2;
const STEP_PX = 15;

/**
 * Sets signs in the gutter apart that stand on one line: two share it, further ones wait until their cluster is
 * looked at. All places are read before anything is written, so the page is laid out once.
 */
export function placeSigns(sheet: HTMLElement): void {
  const signs = [...sheet.querySelectorAll<HTMLElement>("[data-sign]")];
  for (const sign of signs) sign.style.removeProperty("translate");
  const tops = signs.map((sign) => Math.round(sign.getBoundingClientRect().top));
  const onLine = new Map<number, number>();
  tops.forEach((top, i) => {
    const turn = onLine.get(top) ?? 0;
    onLine.set(top, turn + 1);
    const sign = signs[i];
    if (sign === undefined) return;
    if (turn > 0) sign.style.setProperty("translate", `0 ${Math.min(turn, ROOM - 1) * STEP_PX}px`);
    sign.toggleAttribute("data-crowded", turn >= ROOM);
  });
}
