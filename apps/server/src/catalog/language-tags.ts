/** Languages as catalogues name them in English, and their tags of BCP 47. */
const table =
  'English en, Russian ru, Ukrainian uk, Belarusian be, German de, French fr, Italian it, Spanish es, Spanish - Spain es-ES, ' +
  'Spanish - Latin America es-419, Portuguese pt, Portuguese - Portugal pt-PT, Portuguese - Brazil pt-BR, Polish pl, Czech cs, ' +
  'Slovak sk, Hungarian hu, Romanian ro, Bulgarian bg, Serbian sr, Croatian hr, Slovenian sl, Bosnian bs, Macedonian mk, Albanian sq, ' +
  'Greek el, Turkish tr, Dutch nl, Danish da, Swedish sv, Norwegian no, Finnish fi, Icelandic is, Estonian et, Latvian lv, ' +
  'Lithuanian lt, Japanese ja, Korean ko, Simplified Chinese zh-Hans, Traditional Chinese zh-Hant, Thai th, Vietnamese vi, ' +
  'Indonesian id, Malay ms, Filipino fil, Hindi hi, Bangla bn, Urdu ur, Tamil ta, Telugu te, Kannada kn, Malayalam ml, Marathi mr, ' +
  'Gujarati gu, Nepali ne, Sinhala si, Arabic ar, Hebrew he, Persian fa, Georgian ka, Armenian hy, Azerbaijani az, Kazakh kk, ' +
  'Kyrgyz ky, Uzbek uz, Tajik tg, Turkmen tk, Tatar tt, Mongolian mn, Catalan ca, Basque eu, Galician gl, Irish ga, Welsh cy, ' +
  'Maltese mt, Luxembourgish lb, Afrikaans af, Swahili sw, Zulu zu, Khmer km, Amharic am'

const tags = new Map(
  table.split(', ').map((entry) => {
    const space = entry.lastIndexOf(' ')
    return [entry.slice(0, space).toLowerCase(), entry.slice(space + 1)]
  }),
)

/** The tag of a language named in English; null for what is none. */
export function languageTag(name: string): string | null {
  return tags.get(name.trim().toLowerCase()) ?? null
}
