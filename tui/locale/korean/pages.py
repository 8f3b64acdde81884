"""The pages of the commands."""

MESSAGES = {
    "A desk for reading Korean news: every article once, every claim with its source.": (
        "한국 뉴스를 읽는 곳: 기사는 한 번씩만, 말과 숫자는 출처와 함께."
    ),
    "examples:": "보기:",
    "subcommands:": "하위 명령:",
    "open the desk": "화면을 엽니다",
    "keep articles in the archive": "기사를 보관함에 더합니다",
    "read without keeping": "보관하지 않고 읽습니다",
    "Data lie in SINMUN_HOME, or in the platform's data folder.": (
        "데이터는 SINMUN_HOME 에, 없으면 시스템의 데이터 폴더에 저장됩니다."
    ),
    "language (default: the locale's)": "화면과 메시지의 언어 (기본값: 로캘)",
    "add these articles to an empty archive": "보관함이 비었으면 이 폴더의 기사를 더합니다",
    "show a traceback when something fails": "오류가 나면 트레이스백을 보여 줍니다",
    "list the feeds that are followed; `feed add URL` follows one": (
        "따라 읽는 피드를 보여 줍니다. `feed add 주소` 로 더합니다"
    ),
    "fetch the feeds and keep what is new": "피드를 가져와 새 기사를 더합니다",
    "read articles without keeping them": "기사를 보관하지 않고 읽습니다",
    "find named entities, a line of text at a time": "글에서 한 줄씩 개체명을 찾습니다",
    "list the archive, newest first": "보관함의 기사를 최신순으로 보여 줍니다",
    "show one article with what was read in it": "기사 하나와 거기서 읽은 것을 보여 줍니다",
    "search the archive": "보관함에서 찾습니다",
    "group articles that tell one story": "같은 일을 다룬 기사를 묶습니다",
    "find articles of other stories that are about the same": "다른 일이지만 내용이 가까운 기사를 찾습니다",
    "list annotations; `notes add ID TEXT|-` writes one": "메모를 보여 줍니다. `notes add ID 글` 로 씁니다",
    "list kept queries; `shelf add NAME QUERY`, `shelf remove NAME`": (
        "책꽂이를 보여 줍니다. `shelf add 이름 찾는말`, `shelf remove 이름`"
    ),
    "list the names in the archive, or correct them": "보관함에 나온 이름을 보여 주거나 바로잡습니다",
    "write articles, facts and notes to files": "기사와 팩트, 메모를 파일로 씁니다",
    "show the desk in a browser of this machine": "이 컴퓨터의 브라우저에서 화면을 엽니다",
    "show the page of a command": "명령의 도움말을 보여 줍니다",
    "print what a shell needs to complete commands": "셸 자동 완성 스크립트를 출력합니다",
    "check archive and notebook, and say which reader is in use": (
        "보관함과 메모장을 점검하고 어느 분석기를 쓰는지 알려 줍니다"
    ),
    "a file, a folder, a web address, or - for stdin": "파일, 폴더, 웹 주소, 또는 표준 입력(-)",
    "read what is not read yet on this Dask cluster: tcp://host:8786": (
        "아직 읽지 않은 기사를 이 Dask 클러스터에서 읽습니다: tcp://host:8786"
    ),
    "read what is not read yet, with the fast reader": "아직 읽지 않은 기사를 빠른 분석기로 읽습니다",
    "its own host may be an inner one (loopback, intranet)": "내부 주소(루프백, 사내망)여도 가져옵니다",
    "one JSON object a line on standard output": "한 줄에 JSON 객체 하나씩 표준 출력에 씁니다",
    "only the feeds that have this tag": "이 태그가 있는 피드만",
    "list the feeds that are followed": "따라 읽는 피드를 보여 줍니다",
    "follow feeds, which `sinmun refresh` fetches": "피드를 따라 읽습니다. `sinmun refresh` 가 가져옵니다",
    "the address of an RSS, Atom or JSON feed": "RSS, Atom, JSON 피드의 주소",
    "a tag of yours; may be given again": "붙일 태그. 여러 번 쓸 수 있습니다",
    "what you call it": "피드에 붙일 이름",
    "leave summaries as they are": "요약만 오더라도 본문을 가져오지 않습니다",
    "follow feeds no longer; their articles stay": "피드를 더는 따라 읽지 않습니다. 기사는 남습니다",
    "follow the feeds of OPML files; nested folders become tags": (
        "OPML 파일의 피드를 따라 읽습니다. 하위 폴더는 태그가 됩니다"
    ),
    "write the feeds as OPML": "피드를 OPML로 씁니다",
    "default: standard output": "기본값: 표준 출력",
    "then keep whatever comes into a folder, until ctrl+c": (
        "그 뒤 ctrl+c 를 누를 때까지 이 폴더에 들어오는 기사를 더합니다"
    ),
    "a file, a folder, or - for standard input": "파일, 폴더, 또는 표준 입력(-)",
    "for each sentence its morphemes, names and numbers, and why": (
        "문장마다 형태소와 이름, 숫자, 그렇게 읽은 까닭을 보여 줍니다"
    ),
    "default: precise where installed": "기본값: 설치되어 있으면 precise",
    "a text file, or - for standard input": "텍스트 파일, 또는 표준 입력(-)",
    "a JSON list a line (the only form)": "한 줄에 JSON 목록 하나 (출력은 이 형식뿐입니다)",
    "at most N articles": "기사를 최대 이만큼만 보여 줍니다",
    "an article's id, or the beginning of it": "기사의 id, 또는 그 앞부분",
    'words, "a phrase", -not, OR, (…), headline: speaker: person: org: place: kind: tag: status: has: is: '
    "date: shelf:": (
        '낱말, "정확한 구", -없는말, OR, (…), 제목: 발언자: 인물: 기관: 장소: 종류: 태그: 상태: 있음: 읽음: 자리: 날짜: '
        "책꽂이:"
    ),
    "the order (default: newest first)": "순서: newest 최신순(기본값), relevance 관련순",
    "a folder, without keeping it": "이 폴더의 기사를 보관하지 않고 묶습니다",
    "tell how alike the articles of a story are": "묶인 기사가 얼마나 닮았는지 보여 줍니다",
    "write a note: `sinmun notes add ID TEXT|-`": "메모를 씁니다: `sinmun notes add ID 글|-`",
    "the note, or -: one a line from stdin": "메모의 글. - 를 쓰면 표준 입력에서 한 줄에 하나씩",
    "tag the annotations that a query finds, as one step": "찾은 메모에 태그를 한꺼번에 답니다",
    "in quotation marks; an empty one means all": "따옴표로 묶습니다. 빈 따옴표는 모두를 뜻합니다",
    "a tag to put on": "달 태그",
    "a tag to take off; may be given again": "뗄 태그. 여러 번 쓸 수 있습니다",
    "tag the articles that the query finds": "메모 대신 찾은 기사에 태그를 답니다",
    "the facts that it asks for by kind: certainty: speaker:, noted or not": (
        "메모 대신 찾는 말이 종류: 확실성: 발언자: 로 가리키는 팩트. 메모가 없어도 됩니다"
    ),
    "list the tags in use, the most used first": "쓰고 있는 태그를 많이 쓴 것부터 보여 줍니다",
    "rename a tag everywhere, or merge it with another": "태그의 이름을 모두 바꾸거나 다른 태그와 합칩니다",
    "a tag in use": "쓰고 있는 태그",
    "its new name; a tag in use makes the two one": "새 이름. 이미 있는 태그를 쓰면 둘을 합칩니다",
    "give a verdict on the annotations that a query finds": "찾은 메모에 판정을 내립니다",
    "accepted, rejected, edited, none": "accepted 확인, rejected 기각, edited 고침, none 판정 없음",
    "list kept queries with what each finds": "책꽂이와 거기서 찾은 기사 수를 보여 줍니다",
    "keep a query; `shelf:NAME` means it in any other": "찾는 말을 책꽂이에 둡니다. 다른 찾는 말 안에서 `shelf:이름` 으로 씁니다",
    "forget a kept query": "책꽂이를 지웁니다",
    "take notes edited in exported Markdown back in": "내보낸 마크다운에서 고친 메모를 다시 들여옵니다",
    "exported files, or their folder": "내보낸 파일이나 그 폴더",
    "say that B is A": "B를 A와 같은 이름으로 합칩니다",
    "a name as the archive has it": "보관함에 있는 이름",
    "call A by the name B": "A의 이름을 B로 고칩니다",
    "show all that is known of a name": "이름 하나의 직함, 발언, 통계를 모두 보여 줍니다",
    "say of what type A is": "A의 분류를 정합니다",
    "say that B, where it stands for A, is another": "A로 합쳐진 B를 다른 이름으로 나눕니다",
    "take the last correction of a name back": "마지막으로 바로잡은 이름을 되돌립니다",
    "the folder to write to": "파일을 쓸 폴더",
    "Markdown templates of your own (docs/export.md)": "직접 만든 마크다운 템플릿의 폴더 (docs/export.md)",
    "such as search, or notes add": "search 나 notes add 같은 명령",
    "repair what is wrong, and say what was done": "잘못된 것을 고치고 무엇을 했는지 알려 줍니다",
    "default: {}": "기본값: {0}",
    "what the shelf is called": "책꽂이의 이름",
    "another name as the archive has it": "보관함에 있는 다른 이름",
    "its right name": "바른 이름",
    "PS person, OG organisation, LC place, PD product, EV event": "PS 인물, OG 기관, LC 장소, PD 제품, EV 행사",
    "a name that was merged with A": "A와 합쳐진 이름",
    "its address, as `sinmun feed list` has it": "피드의 주소. `sinmun feed list` 에 나옵니다",
    "an OPML file": "OPML 파일",
    "sinmun notes add 1f3a 'check this figure'": "sinmun notes add 1f3a '수치를 확인할 것'",
}
