// Ready programs that read a series: for a shell, Python, R, JavaScript, and Excel's Power Query. With what each comes with,
// and nothing to install; for R a second one with rsdmx.

export type Snippet = {
  readonly name: string;
  /** The language of the text, as highlighters call it. */
  readonly language: 'sh' | 'python' | 'r' | 'javascript' | 'powerquery';
  readonly text: string;
};

/** What a snippet reads. */
export type Read = {
  readonly origin: string;
  readonly agency: string;
  readonly flow: string;
  readonly key: string;
};

/** The snippets for a series (or a slice: a key with wildcards). */
export function snippets(read: Read): readonly Snippet[] {
  return SNIPPETS.map(({ name, language, write }) => ({ name, language, text: write(read) }));
}

/** The address of the data in a format. */
function dataAddress({ origin, agency, flow, key }: Read, format: string): string {
  return `${origin}/${dataPath({ agency, flow, key })}?format=${format}`;
}

function dataPath({ agency, flow, key }: Omit<Read, 'origin'>): string {
  return `sdmx/3/data/dataflow/${agency}/${flow}/~/${key}`;
}

type Written = Pick<Snippet, 'name' | 'language'> & { readonly write: (read: Read) => string };

const SNIPPETS: readonly Written[] = [
  {
    name: 'curl',
    language: 'sh',
    write: (read) => `curl --fail --silent --show-error --compressed '${dataAddress(read, 'csv')}'\n`,
  },
  {
    name: 'Python',
    language: 'python',
    write: (read) => `import csv, io, urllib.request

address = "${dataAddress(read, 'csv')}"
with urllib.request.urlopen(address) as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))
for row in rows:
    print(row["TIME_PERIOD"], row["OBS_VALUE"])
`,
  },
  {
    name: 'R',
    language: 'r',
    write: (read) => `data <- read.csv("${dataAddress(read, 'csv')}", colClasses = "character")
for (row in seq_len(nrow(data))) cat(data$TIME_PERIOD[row], data$OBS_VALUE[row], "\\n")
`,
  },
  {
    name: 'R (rsdmx)',
    language: 'r',
    write: ({ origin, flow, key }) => `library(rsdmx)
message <- readSDMX("${origin}/sdmx/2.1/data/${flow}/${key}")
data <- as.data.frame(message)
for (row in seq_len(nrow(data))) cat(data$obsTime[row], data$obsValue[row], "\\n")
`,
  },
  {
    name: 'JavaScript',
    language: 'javascript',
    write: (read) => `const answer = await fetch("${dataAddress(read, 'jsonstat')}");
const data = await answer.json();
const periods = data.dimension.TIME_PERIOD.category.index;
periods.forEach((period, at) => console.log(period, data.value[at] ?? ""));
`,
  },
  {
    name: 'Excel (Power Query)',
    language: 'powerquery',
    write: ({ origin, ...read }) => `let
    Answer = Web.Contents("${origin}", [RelativePath = "${dataPath(read)}", Query = [format = "csv"]]),
    Table = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Headed = Table.PromoteHeaders(Table, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(Headed, {{"OBS_VALUE", type number}}, "en-US")
in
    Typed
`,
  },
];
