import type { Speech } from '../../domain/answer/types.ts';

/** The way to a person, at the end of whatever is declined. */
export const HUMAN = '需要人工请回“转人工”。';

/** Lines below one another, empty ones left out. */
export const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

const GREETING_HINT = '可以直接问政策，例如“小巨人奖励多少钱”。';

/** Small talk, answered as a service desk would. */
export function speechReply(speech: Speech, name: string): string {
  switch (speech) {
    case 'greeting':
      return `您好，我是企业服务助手${name}。${GREETING_HINT}`;
    case 'identity':
      return `我是企业服务助手${name}，按政策文件原文回答企业政策问题，注明出处、责任单位和是否有效；文件里没有的不乱说。`;
    case 'thanks':
      return '不客气，有问题随时问。';
    case 'farewell':
      return '再见，祝生意兴隆。';
    case 'complaint':
      return `抱歉没帮上忙。可以换个说法再问，${HUMAN}`;
    case 'distress':
      return '先别一个人扛着，身边的人和12345热线都可以帮忙。企业上的难处请回“转人工”，专员来和您谈。';
    case 'placeholder':
      return '我只看得懂文字，请把问题打成文字发给我。';
    case 'empty':
      return `没有收到文字。${GREETING_HINT}`;
    case 'human':
      return '请联系您的企业服务专员，或拨打12345政务服务热线转企业服务。';
    case 'intrusion':
      return '我只按政策文件回答企业政策问题，这个做不到。';
    case 'help':
      return lines(
        '直接用自己的话问政策：能拿多少钱、找哪个部门、什么时候截止、还有没有效。',
        '点名地区就查该地区的文件，例如“上海…”“湖南…”。',
        '回复1看原文，2、3看其他条款；“政策库”看有哪些文件；“转人工”找人。',
      );
    case 'library':
      return '';
  }
}
