"""The pages of the commands."""

MESSAGES = {
    "A desk for reading Korean news: every article once, every claim with its source.": (
        "한국 뉴스를 읽는 자리: 기사는 한 번씩만, 말과 숫자는 출처와 함께."
    ),
    "examples:": "보기:",
    "open the desk": "창을 엽니다",
    "keep articles in the archive": "기사를 보관함에 둡니다",
    "read without keeping": "두지 않고 읽습니다",
    "Data lie in SINMUN_HOME, or in the platform's data folder.": (
        "데이터는 SINMUN_HOME 에, 없으면 시스템의 데이터 폴더에 있습니다."
    ),
    "language (default: the locale's)": "쓰는 말 (정하지 않으면 로캘을 따릅니다)",
    "add these articles to an empty archive": "빈 보관함에 이 기사들을 더합니다",
    "show a traceback when something fails": "잘못되면 자세한 기록을 보입니다",
    "list the feeds that are followed; `feed add URL` follows one": (
        "따라 읽는 피드를 보입니다. `feed add 주소` 로 더합니다"
    ),
    "fetch the feeds and keep what is new": "피드를 가져와 새 기사를 둡니다",
    "read articles without keeping them": "기사를 두지 않고 읽습니다",
    "find named entities, a line of text at a time": "글에서 한 줄씩 개체명을 찾습니다",
    "list the archive, newest first": "보관함의 기사를 새것부터 보입니다",
    "show one article with what was read in it": "기사 하나를 읽은 것과 함께 보입니다",
    "search the archive": "보관함에서 찾습니다",
    "group articles that tell one story": "같은 일을 다룬 기사를 묶습니다",
    "list annotations; `notes add ID TEXT|-` writes one": "메모를 보입니다. `notes add ID 글` 로 씁니다",
    "list kept queries; `shelf add NAME QUERY`, `shelf remove NAME`": (
        "책꽂이를 보입니다. `shelf add 이름 찾는말`, `shelf remove 이름`"
    ),
    "list the names in the archive, or correct them": "보관함의 이름을 보이거나 고칩니다",
    "write articles, facts and notes to files": "기사와 팩트, 메모를 파일로 씁니다",
    "show the desk in a browser of this machine": "이 컴퓨터의 브라우저에서 창을 엽니다",
    "show the page of a command": "명령의 도움말을 보입니다",
    "print what a shell needs to complete commands": "셸의 자동 완성에 쓸 것을 찍습니다",
    "check archive and notebook, and say which reader is in use": (
        "보관함과 메모장을 살피고 어느 읽기를 쓰는지 알립니다"
    ),
    "a file, a folder, a web address, or - for stdin": "파일, 폴더, 웹 주소, 또는 표준 입력(-)",
    "read what is not read yet on this Dask cluster: tcp://host:8786": (
        "아직 읽지 않은 것을 이 Dask 클러스터에서 읽습니다: tcp://host:8786"
    ),
    "read what is not read yet, with the fast reader": "아직 읽지 않은 것을 빠르게 읽습니다",
    "its own host may be an inner one (loopback, intranet)": "안쪽 주소(루프백, 사내망)여도 가져옵니다",
    "one JSON object a line on standard output": "한 줄에 JSON 객체 하나씩 표준 출력으로",
    "only the feeds that have this tag": "이 태그가 있는 피드만",
    "list the feeds that are followed": "따라 읽는 피드를 보입니다",
    "follow feeds, which `sinmun refresh` fetches": "피드를 따라 읽습니다. `sinmun refresh` 가 가져옵니다",
    "the address of an RSS, Atom or JSON feed": "RSS, Atom, JSON 피드의 주소",
    "a tag of yours; may be given again": "붙일 태그. 여러 번 쓸 수 있습니다",
    "what you call it": "부를 이름",
    "leave summaries as they are": "요약만 있어도 그대로 둡니다",
    "follow feeds no longer; their articles stay": "피드를 더는 따라 읽지 않습니다. 기사는 남습니다",
    "follow the feeds of OPML files; nested folders become tags": (
        "OPML 파일의 피드를 따라 읽습니다. 겹친 폴더는 태그가 됩니다"
    ),
    "write the feeds as OPML": "피드를 OPML로 씁니다",
    "default: standard output": "정하지 않으면 표준 출력",
    "then keep whatever comes into a folder, until ctrl+c": (
        "그 뒤 ctrl+c 까지 이 폴더에 들어오는 것을 둡니다"
    ),
    "a file, a folder, or - for standard input": "파일, 폴더, 또는 표준 입력(-)",
    "for each sentence its morphemes, names and numbers, and why": (
        "문장마다 형태소와 이름, 숫자, 그리고 그렇게 읽은 까닭"
    ),
    "default: precise where installed": "정하지 않으면 설치된 가운데 정밀한 쪽",
    "a text file, or - for standard input": "글 파일, 또는 표준 입력(-)",
    "a JSON list a line (the only form)": "한 줄에 JSON 목록 하나 (이 꼴뿐입니다)",
    "at most N articles": "많아야 N건",
    "an article's id, or the beginning of it": "기사의 id, 또는 그 앞부분",
    'words, "a phrase", -not, OR, (…), headline: speaker: person: org: place: kind: tag: status: has: is: '
    "date: shelf:": (
        '낱말, "정확한 구", -없는말, OR, (…), 제목: 발언자: 인물: 기관: 장소: 종류: 태그: 상태: 있음: 읽음: 날짜: '
        "책꽂이:"
    ),
    "the order (default: newest first)": "차례 (정하지 않으면 새것부터)",
    "a folder, without keeping it": "폴더. 두지 않고 묶습니다",
    "tell how alike the articles of a story are": "묶인 기사가 얼마나 닮았는지 알립니다",
    "write a note: `sinmun notes add ID TEXT|-`": "메모를 씁니다: `sinmun notes add ID 글|-`",
    "the note, or -: one a line from stdin": "메모의 글. - 이면 표준 입력에서 한 줄에 하나씩",
    "tag the annotations that a query finds, as one step": "찾은 메모에 한꺼번에 태그를 답니다",
    "in quotation marks; an empty one means all": "따옴표로 묶습니다. 비우면 모두",
    "a tag to put on": "달 태그",
    "a tag to take off; may be given again": "뗄 태그. 여러 번 쓸 수 있습니다",
    "tag the articles that the query finds": "찾은 기사에 태그를 답니다",
    "list the tags in use, the most used first": "쓰고 있는 태그를 많이 쓴 것부터 보입니다",
    "rename a tag everywhere, or merge it with another": "태그의 이름을 모두 바꾸거나 다른 태그와 합칩니다",
    "a tag in use": "쓰고 있는 태그",
    "its new name; a tag in use makes the two one": "새 이름. 이미 있는 태그면 둘이 하나가 됩니다",
    "give a verdict on the annotations that a query finds": "찾은 메모에 판정을 내립니다",
    "accepted, rejected, edited, none": "accepted(맞음), rejected(틀림), edited(고침), none(없음)",
    "list kept queries with what each finds": "책꽂이와 거기 담긴 기사 수를 보입니다",
    "keep a query; `shelf:NAME` means it in any other": "찾는 말을 책꽂이에 둡니다. 다른 데서 `shelf:이름` 으로 씁니다",
    "forget a kept query": "책꽂이를 없앱니다",
    "take notes edited in exported Markdown back in": "내보낸 마크다운에서 고친 메모를 다시 들입니다",
    "exported files, or their folder": "내보낸 파일이나 그 폴더",
    "say that B is A": "B가 A라고 합니다",
    "a name as the archive has it": "보관함에 있는 이름",
    "call A by the name B": "A를 B라고 부릅니다",
    "say of what type A is": "A의 갈래를 정합니다",
    "say that B, where it stands for A, is another": "A로 읽은 B가 다른 이라고 합니다",
    "take the last correction of a name back": "마지막 고침을 되돌립니다",
    "the folder to write to": "쓸 폴더",
    "Markdown templates of your own (docs/export.md)": "내가 만든 마크다운 틀 (docs/export.md)",
    "such as search, or notes add": "search 나 notes add 같은 명령",
    "repair what is wrong, and say what was done": "잘못된 것을 고치고 무엇을 했는지 알립니다",
    "default: {}": "정하지 않으면 {0}",
}
