"""What the command line says: of what was done, and of what cannot be meant."""

OF_ARGPARSE = {
    "argument {}: {}": "{0}: {1}",
    "invalid choice: {} (choose from {})": "{0} 대신 다음 가운데 하나를 쓰세요: {1}",
    "the following arguments are required: {}": "빠진 것이 있습니다: {0}",
    "unrecognized arguments: {}": "알 수 없는 인자입니다: {0}",
    "invalid {} value: {}": "쓸 수 없는 값입니다 ({1})",
    "expected one argument": "뒤에 값이 하나 있어야 합니다",
    "expected at least one argument": "뒤에 값이 있어야 합니다",
    "ignored explicit argument {}": "값을 받지 않는 옵션입니다 ({0})",
    "not allowed with argument {}": "{0} 옵션과 함께 쓸 수 없습니다",
    "ambiguous option: {} could match {}": "{0}: 무엇인지 알 수 없습니다 ({1})",
    "usage: ": "사용법: ",
    "positional arguments": "인자",
    "options": "옵션",
    "optional arguments": "옵션",
    "commands": "명령",
    "show this help message and exit": "이 도움말을 보여 줍니다",
}
"""What argparse says of itself."""

MESSAGES = {
    # Counts
    "{n} added": "더함 {0}",
    "{n} updated": "새로 고침 {0}",
    "{n} already there": "이미 있음 {0}",
    "{n} feeds unchanged": "그대로인 피드 {0}",
    "{n} failed": "실패 {0}",
    "{n} read": "읽음 {0}",
    "{n} written": "씀 {0}",
    "{n} kept": "그대로 {0}",
    "{n} left": "남겨 둠 {0}",
    "{n} taken": "들여옴 {0}",
    "{n} same": "같음 {0}",
    "{n} unknown": "모르는 것 {0}",
    "{n} changed": "{0}개를 바꿨습니다",
    "{n}/s": "{0}건/초",
    "{n}/min": "{0}건/분",
    "{n}:{n} left": "{0}:{1} 남음",
    "{n}:{n}:{n} left": "{0}:{1}:{2} 남음",
    # The archive
    "the archive is empty: add articles with `sinmun add PATH`": (
        "보관함이 비어 있습니다. `sinmun add 경로` 로 기사를 더하세요"
    ),
    "nothing found": "찾은 것이 없습니다",
    "nothing found; but names and facts are known only of articles that were read, and some were not: "
    "open the desk, or `sinmun add PATH --read`": (
        "찾은 것이 없습니다. 다만 이름과 팩트는 읽은 기사에서만 찾는데 아직 읽지 않은 기사가 있습니다. "
        "화면을 열거나 `sinmun add 경로 --read` 로 읽으세요"
    ),
    "stopped; what was done is kept, and the same command goes on from there": (
        "멈췄습니다. 한 것은 그대로 있고, 같은 명령을 다시 쓰면 이어서 합니다"
    ),
    "bringing the archive up to date: {} of {} articles": "보관함을 새 형식으로 바꾸는 중: {0}/{1}건",
    "no terminal here: the list is printed; `sinmun show ID` shows an article, `sinmun --help` the rest": (
        "터미널이 아니어서 목록만 보여 줍니다. `sinmun show ID` 로 기사를 보고, 나머지는 `sinmun --help` 에 있습니다"
    ),
    "{} sample articles added from {}": "{1}에서 견본 기사 {0}건을 더했습니다",
    # Feeds
    "no feeds: follow one with `sinmun feed add URL`": "피드가 없습니다. `sinmun feed add 주소` 로 더하세요",
    "{}: {} feeds written": "{0}: 피드 {1}개를 썼습니다",
    "watching {}: ctrl+c stops": "{0} 폴더를 지켜봅니다. ctrl+c 로 멈춥니다",
    # Notes, names, shelves
    "no note is found by this query, of {} in all: `sinmun notes` lists them": (
        "메모 {0}개 가운데 찾은 것이 없습니다. `sinmun notes` 로 모두 볼 수 있습니다"
    ),
    "no notes: write one at the desk with n, or with `sinmun notes add ID TEXT`": (
        "메모가 없습니다. 화면에서 n 으로, 또는 `sinmun notes add ID 글` 로 쓰세요"
    ),
    "no tags: put one on at the desk with t, or with `sinmun notes tag QUERY TAG`": (
        "태그가 없습니다. 화면에서 t 로, 또는 `sinmun notes tag 찾는말 태그` 로 다세요"
    ),
    "no names: none of these articles was read yet, or the query finds none": (
        "보여 줄 이름이 없습니다. 아직 읽은 기사가 없거나 찾은 기사가 없습니다"
    ),
    "there is no correction to take back": "되돌릴 것이 없습니다. 바로잡은 이름이 없습니다",
    "no shelves: keep a query with `sinmun shelf add NAME QUERY`": (
        "책꽂이가 비었습니다. `sinmun shelf add 이름 찾는말` 로 찾는 말을 두세요"
    ),
    "nothing to export: no article has notes yet, or the query finds none": (
        "내보낼 것이 없습니다. 메모가 있는 기사가 없거나 찾은 기사가 없습니다"
    ),
    "an empty note is none: write it after the id, or give - and lines on standard input": (
        "메모가 비어 있습니다. id 뒤에 쓰거나, - 를 쓰고 표준 입력으로 주세요"
    ),
    "--facts and --articles are two things: tag the one, then the other": (
        "--facts 와 --articles 는 따로입니다. 하나씩 다세요"
    ),
    "{} facts in {} articles": "기사 {1}건에 있는 팩트 {0}개",
    "the query asks for no facts: add kind: or certainty: or speaker:, or leave --facts": (
        "찾는 말이 팩트를 가리키지 않습니다. 종류: 확실성: 발언자: 를 더하거나 --facts 를 빼세요"
    ),
    "no tag to put on or take off: write one after the query, or with --remove": (
        "달거나 뗄 태그가 없습니다. 찾는 말 뒤에 쓰거나 --remove 로 쓰세요"
    ),
    "standard input, line {} is not UTF-8: convert it first": "표준 입력 {0}행이 UTF-8이 아닙니다. 먼저 UTF-8로 바꾸세요",
    "{}: {}: name a text file, or - for standard input": "{0}: {1}. 텍스트 파일이나 표준 입력(-)을 쓰세요",
    "{}: line {} is not UTF-8: convert the file first": "{0}: {1}행이 UTF-8이 아닙니다. 파일을 먼저 UTF-8로 바꾸세요",
    # Doctor
    "data: {}": "데이터: {0}",
    "archive: {} articles, {} unread": "보관함: 기사 {0}건, 안 읽음 {1}건",
    "notebook: {} annotations, {} of them notes": "메모장: {0}개, 그 가운데 글이 있는 메모 {1}개",
    "reader: precise": "분석기: 정밀 (precise)",
    "reader: fast ({})": "분석기: 빠름 (fast). {0}",
    "to get the precise reader: pip install 'sinmun[precise]'": "정밀 분석기를 쓰려면: pip install 'sinmun[precise]'",
    "problem: {}": "문제: {0}",
    "repaired: {}": "고침: {0}",
    "nothing to repair": "고칠 것이 없습니다",
    "everything is sound": "문제가 없습니다",
    "{} found: `sinmun doctor --repair` repairs what can be": "문제 {0}개: `sinmun doctor --repair` 로 고칠 수 있는 것을 고칩니다",
    "taken back: {}": "되돌림: {0}",
    # Other commands
    "completion needs shtab: pip install shtab": "자동 완성을 쓰려면 shtab을 설치하세요: pip install shtab",
    "the browser needs {}: pip install 'sinmun[serve]'": "브라우저로 열려면 {0} 패키지를 설치하세요: pip install 'sinmun[serve]'",
    "port {} can't be used ({}): choose another with --port": (
        "{0}번 포트를 쓸 수 없습니다 ({1}). --port 로 다른 포트를 고르세요"
    ),
    "the desk can be opened at this address until ctrl+c:": "ctrl+c 로 멈출 때까지 이 주소에서 열 수 있습니다:",
    # Wrong usage
    "there is no command {}: `sinmun --help` lists them": (
        "{0}: 그런 명령은 없습니다. 명령은 `sinmun --help` 에 있습니다"
    ),
    "there is no command {}: did you mean {}?": "{0}: 그런 명령은 없습니다. {1} 명령을 쓰려고 하셨습니까?",
    "write a number of at least 1": "1 이상의 수를 쓰세요",
    **OF_ARGPARSE,
}
