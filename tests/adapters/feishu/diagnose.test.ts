import { describe, expect, test } from 'vitest';
import { feishuFinding } from '../../../src/text/zh/feishu.ts';
import { openingFeishu, type FeishuBench, type FeishuBenchOptions } from '../../support/a-feishu.ts';

const open = openingFeishu();

async function examined(options: FeishuBenchOptions, change: (bench: FeishuBench) => void = () => undefined) {
  const bench = await open({ receives: 'webhook', idle: true, ...options });
  change(bench);
  return bench.channel.diagnose();
}

describe('what keeps the app from working', () => {
  test('is nothing where everything is set, without being started', async () => {
    expect(await examined({})).toEqual([]);
  });

  test.for([
    ['im:message:send_as_bot', 'scope-missing', 'error'],
    ['im:message.p2p_msg:readonly', 'scope-missing', 'error'],
    ['im:message:readonly', 'scope-missing', 'error'],
    ['im:resource', 'scope-missing', 'error'],
    ['im:chat:readonly', 'scope-missing', 'warning'],
    ['im:message.group_msg', 'mentions-only', 'warning'],
    ['contact:user.base:readonly', 'scope-missing', 'info'],
    ['application:application:self_manage', 'subscriptions-unknown', 'info'],
    ['im.message.receive_v1', 'event-missing', 'error'],
    ['im.message.recalled_v1', 'event-missing', 'warning'],
    ['im.message.updated_v1', 'event-missing', 'info'],
    ['im.chat.disbanded_v1', 'event-missing', 'warning'],
    ['card.action.trigger', 'callback-missing', 'error'],
  ] as const)('is named: %s', async ([missing, code, severity]) => {
    const [finding, ...others] = await examined({ without: [missing] });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code, severity });
    expect(Object.values(finding?.facts ?? {})).toContain(missing);
    const says = feishuFinding(code, finding?.facts ?? {});
    expect(says).toContain(missing);
    expect(says).toContain('开发者后台');
  });

  test('a wider right counts for the narrower one', async () => {
    expect(
      await examined({ without: ['im:message.group_at_msg:readonly', 'im:message:readonly'] }, ({ server }) =>
        server.world.app.scopes.add('im:message'),
      ),
    ).toEqual([]);
  });

  test.for<readonly [string, FeishuBenchOptions, (bench: FeishuBench) => void, readonly string[]]>([
    ['a wrong secret', { secret: 'wrong' }, () => undefined, ['credentials-refused']],
    ['no bot', {}, ({ server }) => void (server.world.app.hasBot = false), ['bot-missing']],
    [
      'events that go elsewhere',
      {},
      ({ server }) => void (server.world.app.receives = 'websocket'),
      ['receiving-elsewhere'],
    ],
    ['no encrypt key', { encryptKey: null }, () => undefined, ['no-encrypt-key']],
    ['a platform that breaks off', {}, ({ server }) => server.fail({ path: /bot/ }), ['unreachable']],
    ['rights that cannot be read', {}, ({ server }) => server.fail({ path: /scopes/ }), ['scopes-unknown']],
  ])('is told: %s', async ([, options, change, codes]) => {
    const findings = await examined(options, change);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    for (const { code, facts } of findings) expect(feishuFinding(code, facts)).toMatch(/[。]$/);
  });
});

describe('a webhook without an encrypt key', () => {
  test('is not opened to the world', async () => {
    const bench = await open({ receives: 'webhook', encryptKey: null, idle: true, public: true });
    await expect(bench.channel.start(async () => undefined)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test('a finding without words of its own is told by its code', () => {
  expect(feishuFinding('something-new', {})).toBe('飞书：something-new');
});
