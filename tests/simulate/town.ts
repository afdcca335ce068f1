import type { AccountId } from '../../src/domain/people/account.ts';
import { NO_CODES } from '../../src/domain/people/codes.ts';
import { createRoster, type Roster } from '../../src/domain/people/roster.ts';
import type { Enterprise, EnterpriseId, Place } from '../../src/domain/people/types.ts';
import type { Body, DistrictId } from '../../src/domain/unit/types.ts';
import type { Chance } from './chance.ts';

export const HOME = '武汉市';
const DISTRICTS = [
  '江岸区',
  '江汉区',
  '硚口区',
  '汉阳区',
  '武昌区',
  '青山区',
  '洪山区',
  '东西湖区',
  '蔡甸区',
  '江夏区',
  '黄陂区',
  '新洲区',
];
const TOPICS = [
  '专精特新',
  '技术改造',
  '高新技术企业',
  '首台套',
  '研发补助',
  '贷款贴息',
  '人才引进',
  '稳岗返还',
  '出口信用保险',
  '绿色工厂',
  '数字化转型',
  '知识产权',
  '检验检测',
  '上市奖励',
  '大赛报名',
  '科技计划',
  '电商发展',
  '文旅消费',
  '农产品加工',
  '建筑业',
  '养老服务',
  '家政服务',
  '物流补贴',
  '会展补贴',
];

export const SPECIALIST = 'sim:专员';

/** Somebody who is to be reminded: a group, or the owner of an enterprise. */
export interface Chat {
  readonly chat: string;
  readonly isGroup: boolean;
  readonly district: string;
  readonly topics: readonly string[];
  readonly enterprise: string | null;
}

/** What a deadline is about, and where. */
export interface Matter {
  readonly title: string;
  readonly topic: string;
  readonly district: string | null;
}

export interface TownPlan {
  readonly roster: Roster;
  readonly bodies: readonly Body[];
  readonly chats: readonly Chat[];
  readonly aMatter: (chance: Chance) => Matter;
}

const districtBody = (name: string): Body => ({
  kind: 'district',
  id: name as DistrictId,
  name,
  aliases: [],
  government: `${name}人民政府`,
  province: '湖北省',
  city: HOME,
});

const topicsOf = (chance: Chance, most: number): readonly string[] => [
  ...new Set(Array.from({ length: chance.between(1, most) }, () => chance.pick(TOPICS))),
];

/** Every fifth group is that of one enterprise, whose owner is reminded in private as well. */
export function planTown({
  groups,
  enterprises,
  chance,
}: {
  groups: number;
  enterprises: number;
  chance: Chance;
}): TownPlan {
  const owners = Array.from(
    { length: enterprises },
    (_, at): Chat => ({
      chat: `sim:业主${at}`,
      isGroup: false,
      district: chance.pick(DISTRICTS),
      topics: topicsOf(chance, 2),
      enterprise: `企业${at}`,
    }),
  );
  const rooms = Array.from({ length: groups }, (_, at): Chat => {
    const own = at % 5 === 0 ? owners[at] : undefined;
    return {
      chat: `sim:群${at}`,
      isGroup: true,
      district: own?.district ?? chance.pick(DISTRICTS),
      topics: own?.topics ?? topicsOf(chance, 3),
      enterprise: own?.enterprise ?? null,
    };
  });
  const asEnterprise = ({ chat, district, enterprise }: Chat, at: number): Enterprise => ({
    id: enterprise as EnterpriseId,
    name: `示例${at}有限公司`,
    district,
    members: [
      { number: at + 1, account: chat as AccountId, name: null, confirmedBy: SPECIALIST as AccountId },
    ],
  });
  const asPlace = ({ chat, district, enterprise }: Chat, at: number): Place => ({
    chat,
    number: at + 1,
    suspended: false,
    binding: {
      kind: 'enterprise-group',
      district,
      station: [],
      enterprise: enterprise as EnterpriseId | null,
    },
  });
  const roster = createRoster({
    persons: [
      {
        account: SPECIALIST as AccountId,
        name: '专员',
        grants: [{ number: 1, grant: { role: 'specialist', area: { kind: 'station', path: [] } } }],
        absence: null,
        link: null,
        suspended: false,
        boundAgainAt: null,
      },
    ],
    places: rooms.map(asPlace),
    enterprises: owners.map(asEnterprise),
    book: NO_CODES,
    admins: [],
    highest: 10_000,
  });
  return {
    roster,
    bodies: DISTRICTS.map(districtBody),
    chats: [...owners, ...rooms],
    aMatter: (some) => {
      const topic = some.pick(TOPICS);
      const district = some.next() < 0.6 ? some.pick(DISTRICTS) : null;
      return { topic, district, title: `${topic}申报第${some.between(1, 999)}期` };
    },
  };
}

/** The oracle's own idea of whom a matter concerns. */
export const isFor = ({ district, topics }: Chat, matter: Matter): boolean =>
  topics.includes(matter.topic) && (matter.district === null || matter.district === district);
