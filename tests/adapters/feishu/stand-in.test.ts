import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFakeClock } from '../../support/fake-clock.ts';
import { checkCard } from '../../support/feishu/check-card.ts';
import { decodeFrame, encodeFrame } from '../../support/feishu/frames.ts';
import { type FeishuServer, openFeishu } from '../../support/feishu/server.ts';
import { createTraffic } from '../../support/feishu/traffic.ts';

const PERSON = 'ou_zhangsan';
const text = JSON.stringify({ text: '好' });

/** What the stand-in refuses is what the platform's documentation says that it refuses. */
describe('the stand-in refuses', () => {
  let server: FeishuServer;
  beforeAll(async () => {
    server = await openFeishu();
    server.world.people.set(PERSON, { openId: PERSON, name: '张三', inRange: true });
    server.world.tokens.add('t-known');
  });
  afterAll(() => server.stop());

  const ask = async (path: string, body: unknown, token = 't-known'): Promise<readonly [number, number]> => {
    const response = await fetch(`${server.url}/open-apis/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return [response.status, ((await response.json()) as { code: number }).code];
  };
  const message = (more: object): object => ({
    receive_id: PERSON,
    msg_type: 'text',
    content: text,
    ...more,
  });
  const SENDING = 'im/v1/messages?receive_id_type=open_id';

  test('nothing of what is right', async () => {
    expect(await ask(SENDING, message({}))).toEqual([200, 0]);
  });

  test.for<readonly [string, string, object, number]>([
    ['a kind of receiver that is missing', 'im/v1/messages', message({}), 99992402],
    ['a kind of receiver that is none', 'im/v1/messages?receive_id_type=phone', message({}), 99992402],
    ['a receiver of another kind', 'im/v1/messages?receive_id_type=chat_id', message({}), 230034],
    ['nobody', SENDING, message({ receive_id: 'ou_none' }), 99992351],
    ['a type of message that is none', SENDING, message({ msg_type: 'html' }), 99992402],
    ['content that is an object', SENDING, message({ content: { text: '好' } }), 230001],
    ['content that is no JSON', SENDING, message({ content: '好' }), 230001],
    ['a text that is empty', SENDING, message({ content: '{"text":""}' }), 230001],
    ['a uuid of 51 characters', SENDING, message({ uuid: 'u'.repeat(51) }), 99992402],
    [
      'a text above 150 KB',
      SENDING,
      message({ content: JSON.stringify({ text: 'a'.repeat(154_000) }) }),
      230025,
    ],
    [
      'a file that was never taken up',
      SENDING,
      message({ msg_type: 'file', content: '{"file_key":"f"}' }),
      230055,
    ],
    [
      'a card of another schema',
      SENDING,
      message({ msg_type: 'interactive', content: '{"elements":[]}' }),
      230099,
    ],
    ['a reply to nothing', 'im/v1/messages/om_none/reply', message({}), 230001],
  ])('%s', async ([, path, body, code]) => {
    expect(await ask(path, body)).toEqual([400, code]);
  });

  test('a token that it never gave, and one that is missing', async () => {
    expect(await ask(SENDING, message({}), 't-forged')).toEqual([400, 99991663]);
    const response = await fetch(`${server.url}/open-apis/im/v1/messages`, { method: 'POST', body: '{}' });
    expect(((await response.json()) as { code: number }).code).toBe(99991661);
  });

  const card = (body: object, config: object = {}): object => ({ schema: '2.0', config, body });
  const button = (more: object): object => ({
    tag: 'button',
    text: { tag: 'plain_text', content: '1' },
    ...more,
  });
  const behaviors = [{ type: 'callback', value: { key: '1' } }];

  test.for<readonly [string, object]>([
    ['a part of JSON 1.0', card({ elements: [{ tag: 'action', actions: [] }] })],
    ['a note', card({ elements: [{ tag: 'note', elements: [] }] })],
    ['a button that does nothing', card({ elements: [button({})] })],
    ['a button with a value of JSON 1.0', card({ elements: [button({ value: { key: '1' }, behaviors })] })],
    ['a text without its tag', card({ elements: [{ tag: 'div', text: '好' }] })],
    ['a card that each sees otherwise', card({ elements: [] }, { update_multi: false })],
    ['a setting of JSON 1.0', card({ elements: [] }, { wide_screen_mode: true })],
    ['more than 200 parts', card({ elements: Array.from({ length: 201 }, () => ({ tag: 'hr' })) })],
  ])('a card with %s', ([, bad]) => {
    expect(() => checkCard(bad)).toThrow(/card content/);
    expect(() => checkCard(card({ elements: [button({ behaviors })] }))).not.toThrow();
  });
});

describe('the stand-in counts', () => {
  const tries = (count: number, to: (index: number) => string, pass: (to: string) => void): number =>
    Array.from({ length: count }, (_, index) => {
      try {
        pass(to(index));
        return 1;
      } catch {
        return 0;
      }
    }).filter(Boolean).length;

  test('five messages a second to one chat', async () => {
    const clock = aFakeClock();
    const { pass, refused } = createTraffic(clock.now);
    expect(tries(7, () => 'oc_1', pass)).toBe(5);
    expect(refused()).toBe(2);
    await clock.advance(1000);
    expect(tries(7, () => 'oc_1', pass)).toBe(5);
  });

  test('fifty a second, a thousand a minute', async () => {
    const clock = aFakeClock();
    const { pass } = createTraffic(clock.now);
    let passed = 0;
    for (let second = 0; second < 25; second += 1) {
      const now = tries(60, (index) => `oc_${index}`, pass);
      expect(now).toBe(second < 20 ? 50 : 0);
      passed += now;
      await clock.advance(1000);
    }
    expect(passed).toBe(1000);
    await clock.advance(40_000);
    expect(tries(60, (index) => `oc_${index}`, pass)).toBe(50);
  });
});

test('frames of the long connection read back as they were written', () => {
  const frame = {
    method: 1 as const,
    service: 33_554_432,
    headers: { type: 'event', message_id: '编号', sum: '1', seq: '0' },
    payload: Buffer.from('政策'.repeat(100)),
  };
  const back = decodeFrame(encodeFrame(frame));
  expect(back).toEqual({ ...frame, payload: expect.anything() });
  expect(Buffer.from(back.payload).toString()).toBe('政策'.repeat(100));
});
