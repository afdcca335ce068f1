import type { Wish } from '../../domain/appeal/commands.ts';
import type { Attachment } from '../../ports/message.ts';
import type { Order } from '../../ports/records.ts';
import { fileWords } from '../../text/zh/appeals/files.ts';
import type { KeepFiles } from '../attachments.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { filesWith, readWordsPlan, toWordsPlan } from './carried-files.ts';
import type { AppealOrder } from './types.ts';

type Delivery = NonNullable<Turn['deliveries']>[number];

/** Words that files can go with. */
type Carrying = Extract<Wish, { kind: 'reply' | 'note' | 'supplement' }>;

const isCarrying = (wish: Wish): wish is Carrying =>
  wish.kind === 'reply' || wish.kind === 'note' || wish.kind === 'supplement';

/** The order to an appeal that a delivery is; null for every other one. */
const orderIn = ({ to, content }: Delivery): AppealOrder | null =>
  to.startsWith('record:appeal/') && 'order' in content ? ((content as Order).order as AppealOrder) : null;

/** What comes with a rating is a proof, and belongs to the appeal while that is open: before it is closed, after it is reopened. */
const PROOF: Partial<Record<Wish['kind'], 'before' | 'after'>> = { rate: 'before', reopen: 'after' };

const takesFiles = (wish: Wish): boolean => isCarrying(wish) || PROOF[wish.kind] !== undefined;

function withFilesIn(
  delivery: Delivery,
  order: AppealOrder,
  { refs, names }: { readonly refs: readonly string[]; readonly names: readonly string[] },
): readonly Delivery[] {
  const { wish } = order;
  const ordering = (one: Wish): Delivery => ({ ...delivery, content: { order: { ...order, wish: one } } });
  if (isCarrying(wish)) return [ordering({ ...wish, attachments: refs })];
  const text = fileWords.added(names);
  const proof = ordering({ kind: 'supplement', text, contact: null, attachments: refs, lacks: [] });
  return PROOF[wish.kind] === 'after' ? [delivery, proof] : [proof, delivery];
}

/** What is asked back re-says the words: the files go along with whatever is picked. */
function askedWith(turn: Turn, files: readonly Attachment[]): Turn {
  const { reply } = turn;
  if (reply?.offer === undefined) return turn;
  const choices = reply.offer.choices.map((choice) => ({
    ...choice,
    says: toWordsPlan({ says: choice.says ?? choice.key, files }),
  }));
  return { ...turn, reply: { ...reply, offer: { ...reply.offer, choices } } };
}

async function carry(
  turn: Turn,
  { message }: Said,
  { files, keepFiles }: { readonly files: readonly Attachment[]; readonly keepFiles: KeepFiles },
): Promise<Turn> {
  const { deliveries = [] } = turn;
  const [act] = deliveries.flatMap((delivery) => orderIn(delivery) ?? []);
  if (act === undefined) return askedWith(turn, files);
  const tell = (text: string): Delivery => ({ to: message.chat, content: { text } });
  if (!takesFiles(act.wish)) return { ...turn, deliveries: [...deliveries, tell(fileWords.notCarried)] };
  const { refs, lost } = await keepFiles(files, message.chat);
  const names = files.map(({ name }) => name).filter((name) => !lost.includes(name));
  const carried = deliveries.flatMap((delivery) => {
    const order = orderIn(delivery);
    return order === null || refs.length === 0 ? [delivery] : withFilesIn(delivery, order, { refs, names });
  });
  return {
    ...turn,
    deliveries: [...carried, ...(lost.length > 0 ? [tell(fileWords.lost(lost))] : [])],
    // What was sent before the words needs no place of its own any more.
    settles: turn.settles ?? fileWords.topic,
  };
}

/** Has files go with the words of a step that they were sent with, or just before: to the appeal, and to the other side. */
export const withSentFiles =
  (keepFiles: KeepFiles, step: Step): Step =>
  async (said) => {
    const plan = said.picked === null ? null : readWordsPlan(said.text);
    const turn = await step(plan === null ? said : { ...said, text: plan.says });
    if (turn === null) return null;
    const files = plan?.files ?? filesWith(said);
    return files.length === 0 ? turn : carry(turn, said, { files, keepFiles });
  };
