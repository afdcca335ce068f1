import { describe, expect, test } from 'vitest';
import { decidingQuestion } from '../../../src/domain/enterprise/deciding.ts';
import { matchPolicies } from '../../../src/domain/enterprise/match-policies.ts';
import { QUESTIONS, type QuestionId } from '../../../src/domain/enterprise/questions.ts';
import { aGrant, aSubject } from '../../support/an-enterprise.ts';

const policies = [
  aGrant([
    '对首次认定的高新技术企业,给予20万元奖励。',
    '对国家级专精特新“小巨人”企业,给予50万元奖励。',
    '对首次进入规模以上的工业企业,给予20万元奖励。',
  ]),
];

const decide = (known: Parameters<typeof aSubject>[0], asked: readonly QuestionId[] = []) => {
  const subject = aSubject(known);
  return decidingQuestion(matchPolicies(policies, subject), subject.profile, asked);
};

describe('the question that decides most', () => {
  test('is the one that most offers wait for', () => expect(decide({ holdings: null })).toBe('titles'));
  test('is not put twice', () => expect(decide({ holdings: null }, QUESTIONS)).toBeNull());
  test('is none where nothing waits', () => expect(decide({ holdings: [] })).toBeNull());
});
