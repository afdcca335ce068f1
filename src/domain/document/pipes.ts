/** Tables that plain text draws with bars: 「| 序号 | 任务 |」, 「---|---」 and 「┌──┬──┐」 between their rows. */
const BAR = /[|｜│┃]/;
const BARS = /[|｜│┃]/g;
const FRAME = /^\s*[|｜│┃]|[|｜│┃]\s*$/g;
/** A border says nothing: bars, dashes, colons and corners. */
const BORDER = /^[\s|｜+:=\-—\u2500-\u257f]{3,}$/;
/** 「索引号: | 1101 | 发布机构: | 某局」 「来源:某局 | 作者:甲」 are a page's particulars. */
const LABEL = /[:：]$/;
const LABELLED = /^[^:：]{2,8}[:：]/;

/** True for a line that bars cut into cells. */
export const isDrawn = (text: string): boolean => BAR.test(text) && drawnCells(text) !== null;

/** The cells of a drawn row, a border's are empty; null for a line that is none. */
export function drawnCells(text: string): readonly string[] | null {
  if (BORDER.test(text) && /[|｜+\u2500-\u257f]/.test(text)) return ['', ''];
  if (!BAR.test(text)) return null;
  const cells = text
    .replace(FRAME, '')
    .split(BARS)
    .map((cell) => cell.trim());
  const areParticulars = LABEL.test(cells[0] as string) || cells.every((cell) => LABELLED.test(cell));
  return cells.length < 2 || areParticulars ? null : cells;
}
