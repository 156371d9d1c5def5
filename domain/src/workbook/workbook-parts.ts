import { currencyExponent } from '#src/money/currency.ts';
import { cellText } from './cell-text.ts';

/** The places of the formats in the styles below. */
export const STYLE = { plain: 0, heading: 1, money: 2, instant: 3 } as const;

/** One file of a workbook. */
export interface WorkbookPart {
  readonly path: string;
  readonly text: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Where a sheet stands in the file, counted from 0. */
export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** Everything of a workbook but its sheets: ECMA-376 part 1, the least that Excel, LibreOffice and others open. */
export function workbookParts(sheets: readonly string[], currency: string): readonly WorkbookPart[] {
  return [
    { path: '[Content_Types].xml', text: contentTypes(sheets) },
    {
      path: '_rels/.rels',
      text: relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    },
    { path: 'xl/workbook.xml', text: workbook(sheets) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...sheets.map((_name, index) => ({
          id: `rId${index + 1}`,
          type: 'worksheet',
          target: sheetPath(index).slice('xl/'.length),
        })),
        { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
      ]),
    },
    { path: 'xl/styles.xml', text: styles(currency) },
  ];
}

function contentTypes(sheets: readonly string[]): string {
  const overrides = [
    ['/xl/workbook.xml', `${CONTENT}.sheet.main+xml`],
    ['/xl/styles.xml', `${CONTENT}.styles+xml`],
    ...sheets.map((_name, index) => [`/${sheetPath(index)}`, `${CONTENT}.worksheet+xml`]),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  ].join('');
}

function relations(
  all: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string {
  const items = all.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function workbook(sheets: readonly string[]): string {
  const items = sheets.map(
    (name, index) => `<sheet name="${cellText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${items.join('')}</sheets></workbook>`;
}

function styles(currency: string): string {
  const decimals = currencyExponent(currency);
  // Whose digits are grouped how is the reader's setting: in India Excel writes 12,34,567.00 of this.
  const money = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return [
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="${money}"/>`,
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
