import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  countAppeals,
  isAppealRight,
  scoreAppeal,
  type AppealFigures,
} from '../../src/commands/eval-appeal-score.ts';
import { jsonLines, qifu } from '../support/command-line.ts';
import { aDataFolder } from '../support/data-folder.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const DATA = await aDataFolder(afterAll);
const APPEALS = join(import.meta.dirname, '../eval/appeals.dev.jsonl');

describe('qifu dispatch', () => {
  test('proposes lead units with their clauses as one JSON object', async () => {
    const { code, out } = await qifu(['dispatch', '--data', DATA, '--json', '光谷的厂子，银行要抽贷，求助']);
    const [reply] = jsonLines(out) as [
      { units: { name: string; score: number; evidence: { text: string }[] }[] },
    ];
    expect(code).toBe(0);
    expect(reply).toMatchObject({ id: '1', category: '融资', askBack: false });
    expect(Object.keys(reply)).toEqual(['id', 'units', 'category', 'askBack']);
    expect(reply.units.length).toBeGreaterThanOrEqual(3);
    for (const { name, evidence } of reply.units) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { text } of evidence)
        expect([text.includes(name), text.includes('各区人民政府')]).toContain(true);
    }
  });

  test('reads a line each and answers in order; a bad line is named', async () => {
    const lines = [
      '{"id":"a","text":"你好，有人吗"}',
      'nonsense',
      '{"id":7,"text":"厂房漏雨园区不修","district":"光谷"}',
    ];
    const { code, out, err } = await qifu(['dispatch', '--data', DATA, '--jsonl'], lines.join('\n'));
    expect(code).toBe(1);
    expect(err).toContain('stdin:2');
    const [first, second] = jsonLines(out) as [{ question: string }, { units: { name: string }[] }];
    expect(first).toMatchObject({ id: 'a', askBack: true, category: '其他' });
    expect(first.question).toMatch(/？$/u);
    expect(second.units.map(({ name }) => name)).toContain('东湖高新区');
  });

  test('recognises two matters', async () => {
    const text = '银行不给续贷，另外有个国企欠我们货款一年多没给';
    const { out } = await qifu(['dispatch', '--data', DATA, '--json', text]);
    expect(jsonLines(out)[0]).toMatchObject({ category: '融资', also: { category: '拖欠账款' } });
  });

  test('shows a person three units and the question', async () => {
    const { out } = await qifu(['dispatch', '--data', DATA, '公司想上市']);
    expect(out).toMatch(/^类别：上市\n1 市地方金融局　依据：.+\n2 .+\n3 .+\n先追问：.+\n$/u);
  });

  test('wants an appeal', async () => {
    expect(await qifu(['dispatch', '--json'])).toMatchObject({ code: 2 });
  });
});

describe('qifu eval of appeals', () => {
  // The table was fitted on these: the floors guard against falling back, they are no measure of unseen appeals.
  test('the development appeals stay where they are', async () => {
    const { out } = await qifu(['eval', '--data', DATA, '--json', APPEALS]);
    const { appeals } = jsonLines(out)[0] as { appeals: AppealFigures };
    expect(appeals).toMatchObject({ appeals: 50, dispatched: 44, vague: 6, double: 3 });
    expect(appeals.acceptable).toBeGreaterThanOrEqual(43);
    expect(appeals.best).toBeGreaterThanOrEqual(41);
    expect(appeals.amongThree).toBe(44);
    expect(appeals.category).toBeGreaterThanOrEqual(48);
    expect(appeals.askedRight).toBeGreaterThanOrEqual(6);
    expect(appeals.askedWrong).toBeLessThanOrEqual(1);
    expect(appeals.also).toBeGreaterThanOrEqual(2);
  });

  test('prints a table and the misses', async () => {
    const file = join(aTempFolder(), 'appeals.few.jsonl');
    const wrong = {
      id: 'z1',
      text: '银行不肯给我们小厂贷款',
      units: ['市教育局'],
      category: '融资',
      ask: false,
    };
    writeFileSync(file, `${readFileSync(APPEALS, 'utf8').split('\n')[0]}\n${JSON.stringify(wrong)}\n`);
    const { out } = await qifu(['eval', '--data', DATA, '--failures', file]);
    expect(out).toMatch(/appeals\.few\.jsonl\n诉求 +首个可接受.+\n2 /u);
    expect(out).toContain('✗ z1');
  });
});

describe('the score of a proposal', () => {
  const row = {
    id: 'a',
    text: '',
    district: '蔡甸区',
    units: ['市经信局', '各区人民政府'],
    category: '融资',
    ask: false,
  };
  const unit = (name: string) => ({ name, score: 1, evidence: [], corrections: 0 });
  const score = (names: readonly string[], known = {}) =>
    scoreAppeal(
      { ...row, ...known },
      { units: names.map(unit), category: '融资', askBack: false, also: null },
    );

  test('tells the best unit from an acceptable one; the district meets 各区人民政府', () => {
    expect(score(['市经信局'])).toMatchObject({ acceptable: true, best: true, amongThree: true });
    expect(score(['蔡甸区'])).toMatchObject({ acceptable: true, best: false });
    expect(score(['江夏区', '市财政局', '市经信局'])).toMatchObject({ acceptable: false, amongThree: true });
    expect(score([])).toMatchObject({ acceptable: false, best: false, amongThree: false });
  });

  test('counts vague appeals for the question alone', () => {
    expect(score(['市经信局'], { ask: true })).toMatchObject({ acceptable: null, best: null, asked: false });
    expect(isAppealRight(score(['市经信局'], { ask: true }))).toBe(false);
    expect(countAppeals([score(['市经信局']), score([], { ask: true })])).toMatchObject({
      dispatched: 1,
      best: 1,
      vague: 1,
      askedRight: 0,
      category: 2,
    });
  });
});
