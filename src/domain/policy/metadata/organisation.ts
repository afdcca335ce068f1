/** What an authority's name ends with. */
const ENDING =
  '(?:人民政府(?:办公[厅室])?|管理委员会|管委会|委员会(?:办公室)?|领导小组(?:办公室)?|指挥部(?:办公室)?|联席会议(?:办公室)?|办公[厅室]|[总分]局|局|厅|[部委署院行办所]|法院|检察院|中心支行|支行|分行|营管部|总队|支队|大队|中心|总工会|联合会|协会|学会|促进会|工商联|科协|妇联|贸促会|残联|团委|党组|党委|集团(?:有限公司)?|公司|政府|海关|街道|银保监局|证监局|处|站)';

const NAME = new RegExp(`^[\\u4e00-\\u9fa5A-Za-z0-9()（）“”·]{1,38}?${ENDING}$`);
const NO_NAME =
  /[的为了于和]$|^(?:转发|印发|关于|各|本|该|对|由|请|按|在|有关|相关|责任|牵头|联系)|通知|方案|工作$|申报|要求|单位:|建设$|附件|办法$|意见$/;
const SPLIT = /[、,，\s　]+/;
/** 「(盖章)」「(某局代章)」 behind a signer: another's seal makes nobody else the issuer. */
const SEAL = /[(（][^()（）]{0,30}(?:盖章|公章|印章|代章)[)）]$/;

/** A line that is only the remark on a seal: 「(某局代章)」. */
export const isSeal = (line: string): boolean => line.trim().replace(SEAL, '') === '' && line.trim() !== '';

/** Tells whether a text is one authority's name. */
export function isOrganisation(text: string): boolean {
  return text.length <= 40 && text.length >= 3 && NAME.test(text) && !NO_NAME.test(text);
}

/**
 * Names of a signature line, 「甲局 乙局」「甲局、乙局」; null where a part is no authority.
 * A name spaced out by the typesetter (「某 某 局」) is one name.
 */
export function organisationsIn(line: string): readonly string[] | null {
  const trimmed = line
    .trim()
    .replace(/^[(（]?(?:盖章|公章|印章)[)）]?/, '')
    .replace(SEAL, '')
    .trim();
  if (trimmed === '' || trimmed.length > 160 || /[。；;:：？！《》]/.test(trimmed)) return null;
  const tight = trimmed.replace(/\s/g, '');
  const parts = trimmed.split(SPLIT).filter((part) => part !== '');
  if (parts.every(isOrganisation)) return parts;
  return isOrganisation(tight) ? [tight] : null;
}
