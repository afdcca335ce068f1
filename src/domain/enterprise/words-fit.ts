import type { Subject } from './judge.ts';
import type { Fit } from './matching-types.ts';
import { INDUSTRY_WORDS, SIZE_WORDS } from './requirement-words.ts';
import { highestRung, isImplied, rungOf, SME_ONLY } from './rungs.ts';
import { sizeOf } from './size.ts';
import { titlesIn, withoutQuotes } from './titles.ts';
import type { Profile, Qualification } from './types.ts';

/** Rungs above one's own that one may try for: who has none may still apply for 市级专精特新. */
const REACH = 3;
/** A national little giant is chosen from the provincial ones. */
const LITTLE_GIANT_FROM = rungOf('srdi-provincial');

function isFar(qualification: Qualification, highest: number): boolean {
  if (qualification === 'little-giant') return highest < LITTLE_GIANT_FROM;
  return rungOf(qualification) > highest + REACH;
}

function isLarge(profile: Profile): boolean {
  const sizing = sizeOf(profile);
  return sizing.kind === 'sized' && sizing.size === 'large';
}

/** A title that is held may be due for 复核, one above may be applied for; 规上, 限上 and 上市 stand beside the ladder. */
function titleFit(qualification: Qualification, profile: Profile): Fit {
  const { holdings, form } = profile;
  if (holdings?.some((holding) => holding.qualification === qualification)) return 'fits';
  if (form === 'sole-trader' || (SME_ONLY.has(qualification) && isLarge(profile))) return 'excluded';
  if (holdings === null || rungOf(qualification) === 0) return 'open';
  if (isImplied(qualification, holdings)) return 'fits';
  return isFar(qualification, highestRung(holdings)) ? 'excluded' : 'fits';
}

/** A call that names several titles is for whoever can have one of them. */
function titlesFit(text: string, { profile }: Subject): Fit | null {
  const fits = titlesIn(text, { municipality: false })
    .flatMap(({ anyOf, maybe }) => [...anyOf, ...maybe])
    .map((qualification) => titleFit(qualification, profile));
  return (['fits', 'open', 'excluded'] as const).find((fit) => fits.includes(fit)) ?? null;
}

function industryFit(text: string, { profile, industries }: Subject): Fit | null {
  const codes = INDUSTRY_WORDS.filter(({ pattern }) => pattern.test(text)).flatMap((word) => word.codes);
  if (codes.length === 0) return null;
  const own = profile.industry === null ? null : industries.industry(profile.industry);
  if (!own) return 'open';
  return codes.some((code) => code === own.section || own.code.startsWith(code)) ? 'fits' : 'excluded';
}

function sizeFit(text: string, { profile }: Subject): Fit | null {
  const sizes = SIZE_WORDS.filter(({ pattern }) => pattern.test(text)).flatMap((word) => word.sizes);
  const sizing = sizeOf(profile);
  if (sizes.length === 0) return null;
  // 中小企业 is said of nearly everybody: it speaks for nobody in particular.
  return sizing.kind !== 'sized' || sizes.includes(sizing.size) ? 'open' : 'excluded';
}

const SOLE_TRADERS = /个体工商户(?!转|升)/;
const COMPANIES = /企业|公司/;

function formFit(text: string, { profile }: Subject): Fit | null {
  if (!SOLE_TRADERS.test(text) || COMPANIES.test(text)) return null;
  return profile.form === null ? 'open' : profile.form === 'sole-trader' ? 'fits' : 'excluded';
}

/** Who issued it is no word about whom it is for. */
const ISSUER = /^[^。\n]{0,60}?关于/u;

/** Whether words like a call's title are for an enterprise; `open` where they name nothing that sets it apart. */
export function wordsFit(words: string, subject: Subject): Fit {
  const text = words
    .split('\n')
    .map((line) => withoutQuotes(line).replace(ISSUER, ''))
    .join('\n');
  const fits = [titlesFit, industryFit, sizeFit, formFit].flatMap((judged) => judged(text, subject) ?? []);
  return fits.includes('excluded') ? 'excluded' : fits.includes('fits') ? 'fits' : 'open';
}
