import { describe, expect, test } from 'vitest';
import { fold } from '../src/domain/hanzi/fold.ts';
import { createUnitDirectory } from '../src/domain/unit/directory.ts';
import { nameForms } from '../src/domain/unit/names.ts';
import { repeated } from './support/repeated.ts';
import { POLICIES, seedClauses, seedJson, seedText, unitData } from './support/seeds.ts';

interface Synonyms {
  readonly topics: readonly {
    readonly topic: string;
    readonly entries: readonly { readonly say: string[]; readonly mean: string[]; readonly weight: number }[];
  }[];
}
interface Scope {
  readonly topics: readonly { readonly topic: string; readonly words: string[] }[];
}
interface Rules {
  readonly timeZone: string;
  readonly workingHours: { readonly weekdays: number[]; readonly spans: { from: string; to: string }[] };
  readonly quietHours: { readonly from: string; readonly to: string };
  readonly answer: { readonly maxCharacters: number };
  readonly offers: { readonly lifetimeMinutes: number };
  readonly reminders: { readonly stagesDaysBefore: number[]; readonly sendAt: string };
}
interface Holidays {
  readonly source: string;
  readonly years: Readonly<Record<string, unknown>>;
}

const units = unitData();
const synonyms = seedJson<Synonyms>('synonyms.json').topics;
const entries = synonyms.flatMap((topic) => topic.entries);
const says = entries.flatMap(({ say }) => say);
const scope = seedJson<Scope>('scope.json').topics;
const lexicon = seedText('lexicon.txt')
  .split('\n')
  .map((line) => line.replace(/#.*$/u, '').trim())
  .filter(Boolean);
const words = lexicon.map((line) => line.split(' ')[0] as string);

describe('units.json', () => {
  const directory = createUnitDirectory(units);
  const duties = units.units.flatMap((unit) => unit.duties.map((duty) => ({ unit, ...duty })));
  const clauses = new Map(Object.values(POLICIES).map((stem) => [stem as string, seedClauses(stem)]));
  const clauseOf = (reference: string): string => {
    const [stem = '', number = ''] = reference.split('#');
    // Title and signature stand apart in front: the whole front is looked at.
    return clauses.get(stem)?.get(number.startsWith('0.') ? '0' : number) ?? '';
  };

  test('ids are unique and speak for themselves', () => {
    const ids = directory.bodies.map(({ id }) => id as string);
    expect(repeated(ids)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([]);
  });

  test('no name means two bodies of one city, province or the country', () => {
    const names = directory.bodies.flatMap((body) => {
      const { local, located } = nameForms(body);
      const seat = body.city ?? body.province ?? 'country';
      return [...new Set([...local.map((key) => `${seat} ${key}`), ...located.map((key) => `any ${key}`)])];
    });
    expect(repeated(names)).toEqual([]);
  });

  test('no alias repeats another name of its body', () => {
    const names = [
      ...units.units.map(({ name, short, aliases }) => [...new Set([name, short]), ...aliases]),
      ...units.groups.map(({ name, aliases }) => [name, ...aliases]),
      ...units.districts.map(({ name, aliases }) => [name, ...aliases]),
    ];
    expect(names.flatMap(repeated)).toEqual([]);
    expect(names.flat().filter((name) => fold(name) !== name || name.length < 2)).toEqual([]);
  });

  test('every duty stands on a clause of the five documents', () => {
    const wrong = duties.filter(
      ({ clause }) => !/^\d{3}_[0-9a-f]{16}#\d+(?:\.\d+)*$/u.test(clause) || clauseOf(clause) === '',
    );
    expect(wrong.map(({ unit, clause }) => `${unit.id} ${clause}`)).toEqual([]);
  });

  test('every word of a duty stands in its clause', () => {
    const wrong = duties.flatMap(({ unit, clause, words: own }) =>
      own.filter((word) => !clauseOf(clause).includes(word)).map((word) => `${unit.id} ${clause} ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every clause of a duty names its unit', () => {
    const collective = ['state-szse'];
    const wrong = duties.filter(
      ({ unit, clause }) =>
        !collective.includes(unit.id) &&
        ![unit.short, unit.name].some((name) => clauseOf(clause).includes(name)),
    );
    expect(wrong.map(({ unit, clause }) => `${unit.id} ${clause}`)).toEqual([]);
  });

  test('Wuhan’s thirteen districts and five functional areas are found', () => {
    const named = [
      '江岸区',
      '江汉区',
      '硚口区',
      '汉阳区',
      '武昌区',
      '青山区',
      '洪山区',
      '东西湖区',
      '汉南区',
      '蔡甸区',
    ];
    const areas = [
      '江夏区',
      '黄陂区',
      '新洲区',
      '东湖高新区',
      '经开区',
      '临空港开发区',
      '风景区',
      '长江新区',
    ];
    for (const name of [...named, ...areas]) expect(directory.resolve(name, '武汉市')?.kind).toBe('district');
  });
});

describe('synonyms.json', () => {
  test('has some hundred entries in topics of their own', () => {
    expect(repeated(synonyms.map(({ topic }) => topic))).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(450);
  });

  test('no phrase is said twice, and none is a single character', () => {
    expect(repeated(says)).toEqual([]);
    expect(says.filter((say) => say.length < 2)).toEqual([]);
  });

  test('phrases stand in the form in which questions are compared', () => {
    const texts = [...says, ...entries.flatMap(({ mean }) => mean)];
    // 「软著」 folds to 「软着」, in the question as well: it is found all the same.
    expect(texts.filter((text) => fold(text) !== text && text !== '软著')).toEqual([]);
    expect(says.filter((say) => /[\s，。？！、,.?!]/u.test(say))).toEqual([]);
  });

  test('every entry says what it means, each once, with a weight between 0 and 1', () => {
    for (const { mean, weight } of entries) {
      expect(mean.length).toBeGreaterThan(0);
      expect(repeated(mean)).toEqual([]);
      expect(mean.every((term) => term.length > 1)).toBe(true);
      expect(weight > 0 && weight < 1).toBe(true);
    }
  });

  test('no entry is a question of the evaluation in disguise', () => {
    expect(says.filter((say) => say.length > 9)).toEqual([]);
  });
});

describe('lexicon.txt', () => {
  test('has each word once, in the form of jieba’s user dictionaries', () => {
    expect(repeated(words)).toEqual([]);
    expect(lexicon.filter((line) => !/^[^\s#]{2,}(?: \d+)?(?: [a-z]+)?$/u.test(line))).toEqual([]);
    expect(words.length).toBeGreaterThan(300);
  });

  // The search mode lists only the inner words of two and three characters: longer ones would be lost.
  test('no word contains another of four characters', () => {
    const long = words.filter((word) => word.length >= 4);
    const hiding = words.filter((word) => long.some((inner) => inner !== word && word.includes(inner)));
    expect(
      hiding.filter(
        (word) => !['链主企业', '企业服务云', '惠企政策', '创新联合体', '大学科技园'].includes(word),
      ),
    ).toEqual([]);
  });
});

describe('scope.json', () => {
  const foreign = scope.flatMap((topic) => topic.words);

  test('has each word once', () => {
    expect(repeated(foreign)).toEqual([]);
    expect(foreign.filter((word) => word.length < 2 || fold(word) !== word)).toEqual([]);
  });

  test('no word is one of enterprise policy: none stands in the documents', () => {
    const clauses = Object.values(POLICIES).flatMap((stem) => [...seedClauses(stem).values()]);
    // The foot of the programme's page carries betting advertisements.
    const advertised = ['世界杯'];
    const shared = foreign.filter((word) => clauses.some((text) => text.includes(word)));
    expect(shared.filter((word) => !advertised.includes(word))).toEqual([]);
  });
});

describe('rules.json and holidays.json', () => {
  const rules = seedJson<Rules>('rules.json');
  const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

  test('working hours follow one another within a day', () => {
    const hours = rules.workingHours.spans.flatMap(({ from, to }) => [from, to]);
    expect(hours.every((hour) => CLOCK.test(hour))).toBe(true);
    expect(hours.toSorted()).toEqual(hours);
    expect(rules.workingHours.weekdays).toEqual([1, 2, 3, 4, 5]);
  });

  test('quiet hours and reminders do not meet', () => {
    const { quietHours, reminders } = rules;
    expect(reminders.sendAt > quietHours.to && reminders.sendAt < quietHours.from).toBe(true);
    expect(/:(?:00|30)$/u.test(reminders.sendAt)).toBe(false);
    expect(reminders.stagesDaysBefore.toSorted((a, b) => b - a)).toEqual(reminders.stagesDaysBefore);
  });

  test('the promises of the design stand there', () => {
    expect(rules).toMatchObject({
      timeZone: 'Asia/Shanghai',
      answer: { maxCharacters: 150 },
      offers: { lifetimeMinutes: 30 },
    });
  });

  test('years of holidays are years', () => {
    const { source, years } = seedJson<Holidays>('holidays.json');
    expect(source).not.toBe('');
    expect(Object.keys(years).filter((year) => !/^20\d\d$/u.test(year))).toEqual([]);
  });
});

describe('all seeds', () => {
  test.for([
    'units.json',
    'synonyms.json',
    'concerns.json',
    'lexicon.txt',
    'scope.json',
    'rules.json',
    'holidays.json',
  ])('%s holds no telephone number but those of public hotlines', (name) => {
    const text = seedText(name).replace(/\d{3}_[0-9a-f]{16}/gu, '');
    const bytes = ['153600', '30720'];
    const hotlines = ['12345', '12366'];
    const numbers = text.match(/\d{5,}/gu) ?? [];
    expect(numbers.filter((number) => !hotlines.includes(number) && !bytes.includes(number))).toEqual([]);
    expect(text).not.toMatch(/\d{3,4}[- ]\d{7,8}/u);
  });
});
