import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboundMessage } from '../../../src/ports/message.ts';
import { aFeishu, type FeishuBench } from '../../support/a-feishu.ts';
import { post, toPush } from '../../support/feishu/pushes.ts';
import type { StoredMessage } from '../../support/feishu/world.ts';

/** A push as the platform makes it, what the platform knows besides, and what becomes of it. */
interface Fixture {
  readonly says: string;
  readonly push: object;
  readonly stored?: readonly StoredMessage[];
  readonly becomes: readonly InboundMessage[];
  readonly answer?: object;
}

const folder = join(import.meta.dirname, '../../fixtures/feishu');

const fixtures = readdirSync(folder).map((file): readonly [string, Fixture] => [
  file.replace(/\.json$/, ''),
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Fixture,
]);

describe('a recorded push', () => {
  let bench: FeishuBench;
  beforeAll(async () => {
    bench = await aFeishu({ receives: 'webhook' });
  });
  afterAll(() => bench.end());

  test.for(fixtures)('%s: $1.says', async ([, { push, stored = [], becomes, answer = {} }]) => {
    const { server, received, eventsUrl } = bench;
    const { world } = server;
    received.length = 0;
    // Ids of one recording must not be known from the one before.
    const tag = world.nextId('_');
    const own = <Value>(value: Value): Value =>
      JSON.parse(JSON.stringify(value).replaceAll(/\b(om_\w+)/g, `$1${tag}`)) as Value;
    for (const message of own(stored)) world.messages.set(message.id, message);
    const answered = await post(eventsUrl, toPush(own(push), world.app, world.now()));
    expect(answered).toEqual({ status: 200, answer });
    expect(received).toEqual(own(becomes));
  });
});
