import type { Growth, NextStep } from '../../domain/enterprise/growth.ts';
import type { Offer, Verdict } from '../../domain/enterprise/matching-types.ts';
import { LADDER } from '../../domain/enterprise/rungs.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import type { LocalDate } from '../../domain/time.ts';
import { profileRows, type ProfileView } from './enterprise.ts';
import { amountsText, qualificationName } from './enterprise-words.ts';
import { gainText, stepTitle, unitsText } from './ladder.ts';
import { offerRemark, offerSource } from './enterprise-offers.ts';

/** Everything that 「一企一策」 shows. */
export interface OnePage extends ProfileView {
  readonly offers: readonly Offer[];
  readonly growth: Growth;
  /** The day of the page. */
  readonly on: LocalDate;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

// System fonts only: the page is opened from a file and printed, often offline.
const STYLE = `@page{size:A4;margin:14mm}
*{box-sizing:border-box}
body{font:10.5pt/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b1b1b;max-width:182mm;margin:0 auto}
h1{font-size:16pt;margin:0 0 2mm}
h2{font-size:11.5pt;margin:4mm 0 1mm;border-bottom:.3mm solid #1b1b1b}
table{border-collapse:collapse;width:100%}
th,td{border:.2mm solid #999;padding:.8mm 1.6mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f2f2f2;font-weight:600;white-space:nowrap}
thead{display:table-header-group}
tr,li{break-inside:avoid}
ol.ladder{display:flex;flex-wrap:wrap;list-style:none;padding:0;margin:1mm 0;gap:1.5mm}
ol.ladder li{border:.2mm solid #999;padding:.6mm 1.6mm}
ol.ladder li.held{background:#1b1b1b;color:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sum{white-space:nowrap;font-weight:600}
footer{margin-top:4mm;font-size:9pt;color:#555}`;

const MOST_ROWS: Readonly<Record<Verdict, number>> = { fits: 8, check: 6, 'one-step': 4 };
const HEADS: Readonly<Record<Verdict, string>> = {
  fits: '现在可以享受',
  check: '可能符合，需要核对',
  'one-step': '差一步',
};

const cell = (name: 'td' | 'th', text: string): string => `<${name}>${escaped(text)}</${name}>`;

function offerRow(offer: Offer, profile: Profile): string {
  const who = `${offer.automatic ? '【免申即享】' : ''}${offer.who}`;
  return `<tr>${cell('td', who)}<td class="sum">${escaped(amountsText(offer))}</td>${cell('td', offerRemark(offer, profile))}${cell('td', offerSource(offer))}</tr>`;
}

function offerTable(verdict: Verdict, { offers, profile }: OnePage): string {
  const rows = offers.filter((offer) => offer.verdict === verdict);
  if (rows.length === 0) return '';
  const rest = rows.length - MOST_ROWS[verdict];
  const head = ['对象', '标准', '说明', '依据'].map((name) => cell('th', name)).join('');
  const body = rows.slice(0, MOST_ROWS[verdict]).map((offer) => offerRow(offer, profile));
  const note = rest > 0 ? `<p>另有${rest}项未列。</p>` : '';
  return `<h2>${HEADS[verdict]}</h2><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${note}`;
}

function stepItem(step: NextStep): string {
  const gains = step.gains.slice(0, 2).map((offer) => `可得：${gainText(offer, step.after)}`);
  const units = step.clauses.slice(0, 1).map((clause) => `责任单位：${unitsText(clause, step.gains[0])}`);
  return `<li>${[stepTitle(step), ...gains, ...units].map(escaped).join('<br>')}</li>`;
}

function ladder({ growth }: OnePage): string {
  const rungs = LADDER.map(
    (rung) =>
      `<li${growth.held.includes(rung) ? ' class="held"' : ''}>${escaped(qualificationName(rung))}</li>`,
  );
  const steps = growth.next.map(stepItem);
  const next = steps.length === 0 ? '<p>已到梯度的最高一级。</p>' : `<ul>${steps.join('')}</ul>`;
  return `<h2>成长路径</h2><ol class="ladder">${rungs.join('')}</ol>${next}`;
}

/** 「一企一策」: one A4 page of HTML to be printed; every text in it is escaped, nothing is loaded from outside. */
export function renderOnePage(page: OnePage): string {
  const title = `${page.profile.name ?? '企业'}一企一策`;
  const rows = profileRows(page).map(([name, value]) => `<tr>${cell('th', name)}${cell('td', value)}</tr>`);
  const facts = rows.length === 0 ? '<p>还没有企业资料。</p>' : `<table>${rows.join('')}</table>`;
  const tables = (['fits', 'check', 'one-step'] as const)
    .map((verdict) => offerTable(verdict, page))
    .join('');
  const offers = tables === '' ? '<h2>政策</h2><p>政策库里没有找到适合的奖补。</p>' : tables;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<h2>企业资料</h2>${facts}
${offers}
${ladder(page)}
<footer>${page.on} 依据政策库中的文件摘录，金额和条件以文件原文及责任单位答复为准。</footer>
</body>
</html>
`;
}
