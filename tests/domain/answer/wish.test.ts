import { expect, test } from 'vitest';
import { wishStart } from '../../../src/domain/answer/wish.ts';

const thingOf = (part: string): string => part.replace(/什么|有没有|能不能|怎么办|多少|吗|呢|市|区|的/g, ' ');
const wishIn = (text: string): string => text.slice(wishStart(text, thingOf));

test.each([
  ['我们厂在汉阳做模具二十多年了，三十几个工人，今年订单少了一半，市里有什么培训', '市里有什么培训'],
  ['开了家小店卖面窝，四个员工都是屋里亲戚，去年房东涨租搬了一回，营业执照能不能迁', '营业执照能不能迁'],
])('what stands last is asked: %s', (text, wish) => {
  expect(wishIn(text)).toBe(wish);
});

test('a wish that only points back takes what stands before it along', () => {
  expect(
    wishIn(
      '我们是做注塑的小厂，十七个人，都是跟了我十来年的老师傅，大公司欠我们一年多的货款，这个政府管不管',
    ),
  ).toBe('大公司欠我们一年多的货款，这个政府管不管');
});

test.each([
  ['no story', '武汉的专精特新企业一共要发展到什么程度才算数，奖励是多少钱一家呢'],
  ['nobody who tells', '首次进入规模以上的工业企业和首次入库的建筑业单位，奖励标准'],
  ['little told', '我们公司，首贷户有没有补贴'],
  ['one part', '我们在武汉做精密铸造的一家三十几个人的老企业想问问首贷户有没有补贴'],
  ['nothing', ''],
])('%s: all of it is the question', (_, text) => {
  expect(wishStart(text, thingOf)).toBe(0);
});
