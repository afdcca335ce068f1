import { describe, expect, test } from 'vitest';
import { findMetadata } from '../../../src/domain/policy/metadata/find-metadata.ts';
import type { PolicyMetadata } from '../../../src/domain/policy/types.ts';

const read = (...lines: readonly string[]): PolicyMetadata => findMetadata(lines, lines.join('\n'));
const body = ['各区经信局，各有关企业：', '现将有关事项通知如下：', '一、申报时间', '请于4月18日前报送。'];

describe('the title', () => {
  const TITLE = '江州市经济和信息化局关于组织申报2031年度专项资金的通知';
  const title = (...lines: readonly string[]) => read(...lines, ...body).title;

  test('is the line that ends like one', () => expect(title(TITLE)).toBe(TITLE));
  test('may be said three times', () => expect(title(TITLE, TITLE, TITLE)).toBe(TITLE));
  test('may be wrapped over lines', () =>
    expect(title('江州市经济和信息化局关于组织申报', '2031年度专项资金的通知')).toBe(TITLE));
  test('may have its issuer on a line of its own', () =>
    expect(title('江州市经济和信息化局', '关于组织申报2031年度专项资金的通知')).toBe(TITLE));
  test('is cut from the addressees glued to it', () => expect(title(`${TITLE}各区经信局：`)).toBe(TITLE));
  test('is cut from the addressees also where it says what kind of notice it is', () =>
    expect(title('江州市商务局关于调整申报时间的补充通知各镇人民政府、各有关企业：')).toBe(
      '江州市商务局关于调整申报时间的补充通知',
    ));
  test('goes on to its last words on a line of their own, though it looks whole without them', () => {
    const asks = '江州市商务局关于征求《江州市展会补贴办法（征求意见稿）》意见';
    expect(title(asks, '的公告')).toBe(`${asks}的公告`);
    expect(title('江州市商务局关于征求《江州市展会补贴办法》', '意见的公告')).toBe(
      '江州市商务局关于征求《江州市展会补贴办法》意见的公告',
    );
  });
  test('is cut from the number glued to it', () => expect(title(`${TITLE}江经信〔2031〕5号`)).toBe(TITLE));
  test('is cut from a number before it', () => expect(title(`江经信〔2031〕5号-${TITLE}`)).toBe(TITLE));
  test('loses what a site adds', () => {
    expect(title(`${TITLE}_通知公告_江州市政府网`)).toBe(TITLE);
    expect(title(`【通知】${TITLE}`)).toBe(TITLE);
    expect(title('当前位置：首页 > 通知公告', '通知公告', TITLE)).toBe(TITLE);
    const reading = '《东区支持冷链设施提升实施意见》政策解读';
    expect(title('江州市东区人民政府 → 政务公开 → 政策解读', reading)).toBe(reading);
  });
  test('loses a place in brackets before it', () =>
    expect(title('（云海省）江州市2031年重点任务分解方案')).toBe('江州市2031年重点任务分解方案'));
  test('goes on where the line tore the authority that is passed on', () =>
    expect(title('江州市工信局 江州市财政局转发省工业和', '信息化厅 省财政厅关于申报2031年项目的通知')).toBe(
      '江州市工信局江州市财政局转发省工业和信息化厅省财政厅关于申报2031年项目的通知',
    ));
  test('is no heading behind the addressees', () =>
    expect(read('各创业空间：', '现启动评价工作，具体如下：', '01', '申报主体资质条件').title).toBeNull());
  test('loses the dash that a site puts before it', () =>
    expect(read('—江州市环保局 江州市经信局关于公布2031年企业名单的通知', ...body)).toMatchObject({
      title: '江州市环保局江州市经信局关于公布2031年企业名单的通知',
      issuingAuthority: '江州市环保局、江州市经信局',
    }));
  test('is taken from a label', () => expect(title('标　题：', `标题：${TITLE}`)).toBe(TITLE));
  test('is the plan where the forwarding words were lost', () =>
    expect(title('《江州市“十五五”促进发展规划》的通知')).toBe('江州市“十五五”促进发展规划'));
  test('is what is handed out where the text starts with its addressees', () =>
    expect(
      read(
        '各区人民政府：',
        '《江州市2031年工作要点》已经市政府同意，现印发给你们。',
        '江州市2031年工作要点',
        '一、目标',
      ).title,
    ).toBe('江州市2031年工作要点'));
  test('is not the superior’s that a text without title passes on', () =>
    expect(
      read('各县区局：', '现将《某省工信厅关于申报的通知》转发给你们。', '请于4月18日前报送。').title,
    ).toBeNull());
  test('goes on to the end of the title that it quotes', () =>
    expect(title('江州市工信局转发《省工信厅关于申报项目方案', '的通知》的通知')).toBe(
      '江州市工信局转发《省工信厅关于申报项目方案的通知》的通知',
    ));
});

describe('the document number', () => {
  const number = (...lines: readonly string[]) =>
    read('关于组织申报项目的通知', ...lines, ...body).documentNumber;
  const FORMS = [
    '江政〔2031〕47号',
    '江政[2031] 47 号',
    '江政﹝2031﹞47号',
    '（江政〔2031〕47号）',
    '江政（2031）47号',
    '江政【2031】第47号',
    '江政［2031］47号',
    '文号：江政〔2031〕47号',
    '发文字号:江政〔2031〕47号',
    '江政〔203147号',
  ];

  test.for(FORMS)('is read from %s', (form) => expect(number(form)).toBe('江政〔2031〕47号'));
  test('may be that of a decree in a label', () =>
    expect(number('发文字号：江州令第5号')).toBe('江州令第5号'));
  test('is no index', () => expect(number('编号：11370/2031-04')).toBeNull());
  test('may have lost its brackets in a label', () =>
    expect(number('文号：江政203147号')).toBe('江政〔2031〕47号'));
  test('may begin a text in one paragraph', () =>
    expect(
      read(
        `江农办〔2031〕13号各区农业农村局：${'现将有关事项通知如下，请认真组织实施，抓好落实。'.repeat(8)}`,
      ).documentNumber,
    ).toBe('江农办〔2031〕13号'));
  test('may lack its prefix', () => expect(number('〔2031〕52号')).toBe('〔2031〕52号'));
  test('may be that of an announcement', () => expect(number('2031年第5号')).toBe('2031年第5号'));
  test('may be cut in two lines', () => expect(number('江政〔2031〕', '47号')).toBe('江政〔2031〕47号'));
  test('is not one that is cited', () => {
    expect(number('根据《办法》（江政〔2030〕3号）要求')).toBeNull();
    expect(number('政策依据：', '江人社规〔2030〕2号')).toBeNull();
    expect(number('附件：关于申报的通知（省政〔2030〕3号）')).toBeNull();
  });
  test('stands below the head of an official paper', () =>
    expect(
      read('江州市人民政府文件', '江政〔2031〕47号', '关于组织申报项目的通知', ...body).documentNumber,
    ).toBe('江政〔2031〕47号'));
  test('is not that of the notice that is passed on or attached', () => {
    const passed = ['关于组织申报冷库项目的通知', '云农函〔2031〕19号', ...body];
    expect(number('各镇农办：', '现将市局通知转发给你们，请抓紧落实。', ...passed)).toBeNull();
    expect(number('各镇农办：', '请按要求落实。', '附件1', ...passed)).toBeNull();
    expect(number('江农〔2031〕8号', '现将市局通知转发给你们。', ...passed)).toBe('江农〔2031〕8号');
  });
  test('of a forwarding notice stands behind its own title', () =>
    expect(read('转发省厅《关于申报的通知》的通知（白工信〔2031〕17号）', ...body).documentNumber).toBe(
      '白工信〔2031〕17号',
    ));
});

describe('the issuer', () => {
  const issuer = (...lines: readonly string[]) => read(...lines).issuingAuthority;

  test('is not the responsible unit in the last row of a table', () => {
    expect(
      issuer('江州市2031年任务清单', '1\t建厂房。\t市经信局', '2\t办展会。\t市委宣传部、市经信局'),
    ).toBeNull();
  });

  test('signs at the end', () =>
    expect(issuer(...body, '江州市财政局', '2031年3月1日')).toBe('江州市财政局'));
  test('is told apart where a wrapped title glued several', () =>
    expect(issuer('江州市财政局国家税务总局江州市税务局关于申报的通知', ...body)).toBe(
      '江州市财政局、国家税务总局江州市税务局',
    ));
  test('may be spaced out by the typesetter', () =>
    expect(issuer(...body, '江 州 市 财 政 局', '2031年3月1日')).toBe('江州市财政局'));
  test('may be glued with its day to the title of what it hands out', () =>
    expect(read('江州市农业农村局2031年7月1日江州市农业产业化龙头企业管理办法', ...body)).toMatchObject({
      title: '江州市农业产业化龙头企业管理办法',
      issuingAuthority: '江州市农业农村局',
      signedOn: '2031-07-01',
    }));
  test('may sign behind the date', () =>
    expect(issuer(...body, '2031年3月1日', '江州市财政局')).toBe('江州市财政局'));
  test('may be several', () => {
    expect(issuer(...body, '江州市财政局 江州市税务局', '2031年3月1日')).toBe('江州市财政局、江州市税务局');
    expect(issuer(...body, '江州市财政局', '江州市税务局', '2031年3月1日')).toBe(
      '江州市财政局、江州市税务局',
    );
  });
  test('has its full name from the title', () =>
    expect(issuer('江州市经济和信息化局关于申报的通知', ...body, '江州市经信局', '2031年3月1日')).toBe(
      '江州市经济和信息化局',
    ));
  test('is the source where nothing else names it', () =>
    expect(issuer('关于申报的通知', '来源：江州市财政局', ...body)).toBe('江州市财政局'));
  test('is the title’s where a stranger signs the page', () =>
    expect(issuer('江州市财政局关于申报的通知', ...body, '江州市软件协会', '2031年3月1日')).toBe(
      '江州市财政局',
    ));
  test('stands without a day at the foot', () =>
    expect(issuer(...body, '江州市财政局')).toBe('江州市财政局'));
  test('may stand in a label before a page’s buttons', () =>
    expect(issuer('发布日期：2033年2月17日 发布单位：江州市财政局 【打印】【关闭】', ...body)).toBe(
      '江州市财政局',
    ));
  test('may stand in a label', () => expect(issuer('发布机构：江州市财政局', ...body)).toBe('江州市财政局'));
  test('signs in the midst of a text in one paragraph', () =>
    expect(
      read('关于申报的通知各区局：请于7月15日前报送。联系方式：85911216江州市财政局2031年7月9日。'),
    ).toMatchObject({
      issuingAuthority: '江州市财政局',
      signedOn: '2031-07-09',
    }));
  test('signs before what the site has put behind the text', () =>
    expect(
      read(
        '现开展申报工作,请于9月9日前报送,联系电话:5777900附件:申报指南.pdf江州市财政局2031年9月6日扫一扫在手机打开',
      ),
    ).toMatchObject({ issuingAuthority: '江州市财政局', signedOn: '2031-09-06' }));
  test('signs in the midst of a text before what is handed out', () =>
    expect(
      read(
        '《江州市某办法》已经市政府同意，现印发给你们。江州市财政局2031年9月6日江州市某办法为促进发展，制定本办法。',
      ),
    ).toMatchObject({ issuingAuthority: '江州市财政局', signedOn: '2031-09-06' }));
  test('is the signer, not the one whose seal stands for it', () => {
    expect(issuer(...body, '江州市联席会议办公室', '（江州市财政局代章）', '2031年3月1日')).toBe(
      '江州市联席会议办公室',
    );
    expect(issuer(...body, '江州市联席会议办公室（江州市财政局代章）', '2031年3月1日')).toBe(
      '江州市联席会议办公室',
    );
  });
  test('is not the second half of a torn name', () =>
    expect(
      issuer(...body, '江州市先进集体、劳动模范', '和先进工作者评选领导小组办公室', '2031年3月1日'),
    ).toBeNull());
  test('is known where its day was torn', () =>
    expect(read(...body, '附件：申报书', '江州市财政局', '1年3月21日', '咨询热线：85911216')).toMatchObject({
      issuingAuthority: '江州市财政局',
      signedOn: null,
    }));
});

describe('level and region', () => {
  const place = (...lines: readonly string[]) => {
    const { level, region } = read(...lines);
    return `${level} ${region}`;
  };
  test('of a city', () => expect(place('武汉市经信局关于申报的通知')).toBe('市 武汉市'));
  test('of a city behind its province', () =>
    expect(place('湖北省武汉市人民政府关于申报的通知')).toBe('市 武汉市'));
  test('of a municipality, which calls itself 市', () =>
    expect(place('上海市“十四五”促进发展规划')).toBe('市 上海市'));
  test('of a province', () => expect(place('湖南省工业和信息化厅关于申报的通知')).toBe('省 湖南省'));
  test('of a province that only its units name', () =>
    expect(
      place('2020年全省工作要点', '1、某事。(责任单位:湖南证监局)', '2、某事。(责任单位:湖南银保监局)'),
    ).toBe('省 湖南省'));
  test('of the state', () => expect(place('工业和信息化部关于申报的通知')).toBe('国家 全国'));
  test('of a district', () => expect(place('白石县人民政府关于申报的通知')).toBe('区 白石县'));
  test('by the number’s sign', () => expect(place('关于申报的通知', '粤工信〔2031〕5号')).toBe('省 广东省'));
  test('of a district without a place name', () => expect(place('区经信局关于申报的通知')).toBe('区 null'));
  test('of all of a city whose name stands further down', () =>
    expect(place('全市重点工作安排', '为推进武汉市发展，制定本安排。')).toBe('市 武汉市'));
  test('of a municipality by its number', () =>
    expect(place('关于申报的通知', '沪经信〔2031〕5号')).toBe('市 上海市'));
  test('of an autonomous prefecture', () =>
    expect(place('恩施土家族苗族自治州人民政府关于申报的通知')).toContain('自治州'));
  test('of a city that names no place', () => expect(place('市经信局关于申报的通知')).toBe('市 null'));
  test('of a city that several offices of it do not name, the text does', () => {
    expect(place('市经信局 市财政局关于申报的通知', '为推进武汉市发展，制定本办法。')).toBe('市 武汉市');
    expect(place('市经信局市财政局关于申报的通知', '为推进武汉市发展，制定本办法。')).toBe('市 武汉市');
    expect(place('市经信局 市财政局关于申报的通知')).toBe('市 null');
  });
  test('of a district by 全区', () => expect(place('2031年全区工作要点')).toBe('区 null'));
  test('of the state by its title', () =>
    expect(place('国务院办公厅关于促进发展的意见', '一、甲。')).toBe('国家 全国'));
  test('unknown stays null', () => expect(place('关于申报的通知')).toBe('null null'));
});

describe('drafts and plans', () => {
  const until = (title: string, sentence: string) =>
    read(title, '江州市商务局', '2031年3月1日', `第九条 本办法${sentence}`).validUntil;
  const PERIOD = '自印发之日起施行，有效期三年。';

  test('a period counts from the day of issue, which a draft does not have', () => {
    expect(until('江州市展会补贴办法', PERIOD)).toBe('2034-02-28');
    expect(until('江州市展会补贴办法（征求意见稿）', PERIOD)).toBeNull();
  });
  test('a period counts from nothing where the day is left blank', () =>
    expect(until('江州市展会补贴办法', '自2031年  月  日起施行，有效期三年。')).toBeNull());
  test('征求意见稿 is a draft', () => expect(read('江州市某办法（征求意见稿）').draft).toBe(true));
  test('a notice is none', () => expect(read('江州市某办法').draft).toBe(false));
  const YEARS: readonly (readonly [string, string])[] = [
    ['江州市2023年工作要点', '2023-2023'],
    ['2020年全省促进发展工作要点', '2020-2020'],
    ['江州市“十四五”发展规划', '2021-2025'],
    ['江州市“十五五”发展规划', '2026-2030'],
    ['江州市某三年行动计划（2022—2024年）', '2022-2024'],
    ['关于申报2031年度重点工作项目的通知', 'null'],
    ['江州市某行动计划', 'null'],
  ];
  test.for(YEARS)('%s', ([title, expected]) => {
    const years = read(title).planYears;
    expect(years === null ? 'null' : `${years.from}-${years.to}`).toBe(expected);
  });
});
