"""What can be wrong with what is added: files, pages, feeds, tables."""

MESSAGES = {
    # Where it comes from
    "{}, line {}: {}": "{0}, {1}행: {2}",
    "line {}: {}": "{0}행: {1}",
    "row {}: {}": "{0}행: {1}",
    "entry {}: {}": "{0}번째 기사: {1}",
    "object {}: {}": "{0}번째 객체: {1}",
    # The file
    "there is no such file: check the path": "그런 파일이 없습니다. 경로를 살펴보세요",
    "it may not be read: check its permissions": "읽을 권한이 없습니다. 권한을 살펴보세요",
    "it cannot be opened ({}): check the path": "열 수 없습니다 ({0}). 경로를 살펴보세요",
    "it holds more than {} bytes: split it into smaller files": "{0}바이트가 넘습니다. 작은 파일로 나누세요",
    "it is a device or a pipe, no file: name a text, HTML, feed or JSON file": (
        "파일이 아니라 장치나 파이프입니다. 텍스트, HTML, 피드, JSON 파일을 쓰세요"
    ),
    "it is {}, which is not read: {}": "{0}이라서 읽지 않습니다. {1}",
    "a PDF": "PDF 파일",
    "a ZIP archive or an office document": "ZIP이나 오피스 파일",
    "an old office document": "옛 오피스 파일",
    "a compressed file": "압축 파일",
    "a picture": "그림",
    "a database": "데이터베이스 파일",
    "save its text": "본문만 따로 저장하세요",
    "unpack it, or save it as text, CSV or .xlsx": "압축을 풀거나 텍스트, CSV, .xlsx 로 저장하세요",
    "unpack it": "압축을 푸세요",
    "save it as text, CSV or .xlsx": "텍스트, CSV, .xlsx 로 저장하세요",
    "save the article's text": "기사의 본문을 텍스트로 저장하세요",
    "export its articles as JSONL": "기사를 JSONL로 내보내세요",
    "{} has {} bytes, more than the {} that are read: split it": (
        "{0}: {1}바이트로 한도 {2}바이트를 넘습니다. 파일을 나누세요"
    ),
    "{} lines are more than the {} of one article: split it": (
        "{0}줄로 기사 하나의 한도 {1}줄을 넘습니다. 파일을 나누세요"
    ),
    "{} characters are more than the {} of one article: split it": (
        "{0}자로 기사 하나의 한도 {1}자를 넘습니다. 파일을 나누세요"
    ),
    "line {} has {} characters, more than {}: it is no line of an article; break it into paragraphs": (
        "{0}행이 {1}자로 {2}자를 넘습니다. 기사의 줄로 보이지 않으니 문단으로 나누세요"
    ),
    "it is empty: there is nothing to read in it": "비어 있어서 읽을 것이 없습니다",
    "it has neither a title nor a body: there is nothing to read in it": (
        "제목도 본문도 없어서 읽을 것이 없습니다"
    ),
    # Its letters
    "NUL bytes: this is a binary file or a damaged text; {}": (
        "NUL 바이트가 있습니다. 텍스트 파일이 아니거나 손상되었습니다. {0}"
    ),
    "NUL characters: this is no text, or it was damaged; {}": (
        "NUL 문자가 있습니다. 텍스트가 아니거나 손상되었습니다. {0}"
    ),
    "lone surrogates: the text was cut inside a character; {}": "글자 가운데에서 잘린 글입니다. {0}",
    "the byte order mark says {}, but the bytes are not; {}": (
        "파일 맨 앞의 BOM({0})과 실제 인코딩이 다릅니다. {1}"
    ),
    "byte {} is no {}, but the rest is": "{0}번째 바이트만 {1} 글자가 아닙니다",
    "it is empty": "비어 있음",
    "its encoding cannot be told (no UTF-8, CP949 or UTF-16): {}": (
        "인코딩을 알 수 없습니다 (UTF-8, CP949, UTF-16이 아닙니다). {0}"
    ),
    "{}: it was cut or damaged; {}": "{0}: 잘렸거나 손상되었습니다. {1}",
    "save it as UTF-8 and add it again": "UTF-8로 저장해서 다시 더하세요",
    # Pages and feeds
    "no article was found in the page: save its text, or the page after it has loaded": (
        "이 페이지에서 기사를 찾지 못했습니다. 본문만 저장하거나, 페이지가 다 열린 뒤에 저장하세요"
    ),
    "it has more than {} tags: it is no article page; save the article alone": (
        "태그가 {0}개를 넘습니다. 기사 페이지로 보이지 않으니 기사만 저장하세요"
    ),
    "its HTML cannot be parsed ({}): save the page again": (
        "HTML을 읽을 수 없습니다 ({0}). 페이지를 다시 저장하세요"
    ),
    "its tags are nested more than {} deep: save the article alone": (
        "태그가 {0}겹을 넘습니다. 기사만 저장하세요"
    ),
    "no entries were found in the feed{}: save the feed again": (
        "피드에 기사가 없습니다{0}. 피드를 다시 저장하세요"
    ),
    "it declares XML entities, which can blow up or read files: take the DOCTYPE out": (
        "XML 엔티티가 선언되어 있어 위험합니다. DOCTYPE을 빼세요"
    ),
    "the feed cannot be parsed ({}): save it again": "피드를 읽을 수 없습니다 ({0}). 다시 저장하세요",
    "its elements are nested more than {} deep: save the feed again": (
        "요소가 {0}겹을 넘습니다. 피드를 다시 저장하세요"
    ),
    # JSON and tables
    "it is no object with a title and a body: write one object an article": (
        "제목과 본문이 있는 객체가 아닙니다. 기사 하나를 객체 하나로 쓰세요"
    ),
    "none of its fields is a title or a body ({}): name them title and body": (
        "제목이나 본문인 항목이 없습니다 ({0}). 이름을 title과 body로 바꾸세요"
    ),
    "it is no JSON at {} ({}): correct the line or take it out": (
        "{0}부터 JSON이 아닙니다 ({1}). 그 줄을 고치거나 빼세요"
    ),
    "its JSON has a value that is not read ({}): take it out": "읽을 수 없는 값이 있습니다 ({0}). 빼세요",
    "its JSON is nested too deep to be an article: take it out": "JSON이 너무 깊습니다. 빼세요",
    "it holds no articles: an object a line with a title and a body is expected": (
        "기사가 없습니다. 한 줄에 제목과 본문이 있는 객체 하나를 씁니다"
    ),
    "the table has a header and no rows: there is nothing to read in it": (
        "표에 머리글만 있고 내용이 없습니다"
    ),
    "no row of it names a title and a body (제목, 본문): it is no table of articles, or its header is missing": (
        "제목과 본문 열이 없습니다. 기사 표가 아니거나 머리글이 빠졌습니다"
    ),
    "line {}: it is no CSV ({}): save the table again": "{0}행: CSV가 아닙니다 ({1}). 표를 다시 저장하세요",
    "the workbook cannot be read ({}): save it again": "엑셀 파일을 읽을 수 없습니다 ({0}). 다시 저장하세요",
    "it claims more than {} rows, which no sheet has: save it again": (
        "{0}행이 넘는다고 되어 있습니다. 그런 표는 없습니다. 다시 저장하세요"
    ),
    "the workbook is damaged ({}): save it again": "엑셀 파일이 손상되었습니다 ({0}). 다시 저장하세요",
    "it holds more than {} bytes when it is unpacked: split it": "압축을 풀면 {0}바이트가 넘습니다. 파일을 나누세요",
    "a part of it declares XML entities, which can blow up: save it again": (
        "XML 엔티티가 선언되어 있어 위험합니다. 다시 저장하세요"
    ),
}
