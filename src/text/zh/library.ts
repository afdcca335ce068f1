import type { PolicyField } from '../../domain/policy/overlay.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { shortTitle } from './answer-source.ts';

/** Sentences about the library that administrators keep by chat. */

/** How a field is typed in 「更正 3 标题 …」. */
export const FIELD_WORDS: Readonly<Record<string, PolicyField>> = {
  标题: 'title',
  题目: 'title',
  名称: 'title',
  文号: 'documentNumber',
  发文字号: 'documentNumber',
  单位: 'issuingAuthority',
  发文单位: 'issuingAuthority',
  发文机关: 'issuingAuthority',
  发布日期: 'publishedOn',
  发布时间: 'publishedOn',
  成文日期: 'signedOn',
  落款日期: 'signedOn',
  施行日期: 'effectiveOn',
  生效日期: 'effectiveOn',
  有效期: 'validUntil',
  有效期至: 'validUntil',
  失效日期: 'validUntil',
};

const FIELD_NAMES: Readonly<Record<PolicyField, string>> = {
  title: '标题',
  documentNumber: '文号',
  issuingAuthority: '发文单位',
  publishedOn: '发布日期',
  signedOn: '成文日期',
  effectiveOn: '施行日期',
  validUntil: '有效期至',
};

/** 「无」 takes a wrong value out. */
export const NO_VALUE: readonly string[] = ['无', '没有', '未知', '空'];

const MOST_LISTED = 40;

type FieldName = (typeof FIELD_NAMES)[PolicyField];

interface Listed {
  readonly title: string;
  readonly mark: 'withdrawn' | 'replaced' | null;
}

const count = (policy: Policy, of: 'benefits' | 'deadlines' | 'units'): number =>
  policy.clauses.reduce((sum, clause) => sum + clause[of].length, 0);

const known = (value: string | null): string => value ?? '没有找到';

export const libraryWords = {
  /** Topic of the digits. */
  topic: '政策库',
  administratorsOnly: '政策库由管理员维护。您可以直接问我政策。',
  privately: '政策库请私聊我改，群里别人看得见。',
  whatToAdd: '请先把文件发给我（docx、pdf、xlsx、txt、html，不超过 30 MB），再说「加入政策库」。',
  offered: (name: string): string => `收到《${name}》。\n1 加入政策库\n2 不用`,
  add: '加入政策库',
  no: '不用',
  notFetched: '没能取到文件，请再发一次。',
  /** What was understood of a file, before it counts. */
  report: (policy: Policy, { replaces, twin }: { replaces: string | null; twin: string | null }): string => {
    const { coverage } = policy;
    const dropped = coverage.dropped.reduce((sum, { text }) => sum + text.length, 0);
    return [
      `《${shortTitle(policy)}》`,
      `${known(policy.issuingAuthority)}　文号：${known(policy.documentNumber)}`,
      `发布：${known(policy.publishedOn)}　施行：${known(policy.effectiveOn)}　有效期至：${policy.validUntil ?? '没有写明'}`,
      `条款 ${policy.clauses.length}，责任单位 ${count(policy, 'units')} 处，金额 ${count(policy, 'benefits')} 项，时限 ${count(policy, 'deadlines')} 处`,
      `原文 ${coverage.characters} 字，留下 ${coverage.kept} 字，略去 ${dropped} 字，修补 ${coverage.repairs.length} 处`,
      ...(twin === null ? [] : [`库里已有同名文件：${twin}。要换掉它请选 2，再发「替换 编号」。`]),
      replaces === null ? '1 确认加入' : `1 确认替换《${replaces}》`,
      '2 放弃',
    ].join('\n');
  },
  confirmAdd: '确认加入',
  confirm: '确认',
  giveUp: '放弃',
  given: '好的，没有改动。',
  added: (title: string): string =>
    `好了，《${title}》已加入政策库。有写错的地方请发「政策库」看编号，再发「更正 编号 标题 …」。`,
  replaced: (title: string, old: string): string =>
    `好了，《${title}》已替换《${old}》。旧的还查得到，会注明已被替换。`,
  alreadyThere: (title: string): string => `《${title}》已经在政策库里了。`,
  gone: '这个文件过期了，请重新发一次。',
  list: (listed: readonly Listed[]): string =>
    listed.length === 0
      ? '政策库是空的。请发文件给我，再说「加入政策库」。'
      : [
          `政策库共 ${listed.length} 份：`,
          ...listed
            .slice(0, MOST_LISTED)
            .map(
              ({ title, mark }, at) => `${at + 1} 《${title}》${mark === 'withdrawn' ? '（已撤下）' : ''}`,
            ),
          ...(listed.length > MOST_LISTED ? [`还有 ${listed.length - MOST_LISTED} 份没有列出`] : []),
          '撤下 编号；恢复 编号；替换 编号；更正 编号 有效期 2026-12-31',
        ].join('\n'),
  noSuchNumber: '没有这个编号。发「政策库」看编号。',
  askWithdraw: (title: string): string =>
    `撤下《${title}》，以后不再拿它回答（文件还留着）？\n1 确认\n2 放弃`,
  askRestore: (title: string): string => `恢复《${title}》，以后照常拿它回答？\n1 确认\n2 放弃`,
  askReplace: (title: string): string =>
    `要用哪份文件替换《${title}》？请先把新文件发给我，再发一次「替换 编号」。`,
  askCorrect: (title: string, field: PolicyField, value: string | null): string =>
    `《${title}》的${FIELD_NAMES[field]}改为「${value ?? '无'}」？\n1 确认\n2 放弃`,
  withdrawn: (title: string): string => `好了，《${title}》已撤下，不再用来回答。`,
  restored: (title: string): string => `好了，《${title}》已恢复。`,
  corrected: (title: string): string => `好了，《${title}》已更正，以后重新读文件也照这个来。`,
  whichField: `请写明改什么：${[...new Set<FieldName>(Object.values(FIELD_NAMES))].join('、')}，比如「更正 3 有效期 2026-12-31」。`,
  badDate: '日期请写成 2026-12-31 这样。',
} as const;
