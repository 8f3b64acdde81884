r"""The library's messages in Korean: a pattern for the whole message, and what it says of its parts (``\1``).

A message that is not here is shown as it is.
"""

ERRORS: tuple[tuple[str, str], ...] = (
    # What the disk refuses
    (r"(.+): the disk is full: .*", r"\1: 디스크가 가득 찼습니다. 자리를 비우고 다시 하세요"),
    (r"(.+): the disk quota is used up: .*", r"\1: 디스크 할당량을 다 썼습니다. 자리를 비우고 다시 하세요"),
    (
        r"(.+): the file system is read-only: .*",
        r"\1: 읽기만 되는 디스크입니다. SINMUN_HOME 을 다른 곳으로 하세요",
    ),
    (r"(.+): permission denied: .*", r"\1: 쓸 수 있는 권한이 없습니다. 주인이나 권한을 바꾸세요"),
    (
        r"(.+): it can't be written: .*",
        r"\1: 쓸 수 없습니다. 주인이나 권한을 바꾸거나 SINMUN_HOME 을 다른 곳으로 하세요",
    ),
    (r"(.+): it can't be opened: .*", r"\1: 열 수 없습니다. 폴더가 있고 쓸 수 있는지 보세요"),
    (r"(.+): the disk fails .*", r"\1: 디스크에 오류가 있습니다. 디스크를 살펴보세요"),
    (
        r"(.+): it is damaged: .*",
        r"\1: 파일이 상했습니다. 창을 모두 닫고 `sinmun doctor --repair` 를 실행하세요",
    ),
    (
        r"(.+): another sinmun has held the notebook .*",
        r"\1: 다른 신문 창이 메모장을 쓰고 있습니다. 닫고 다시 저장하세요",
    ),
    (r"(.+): another program keeps it locked: .*", r"\1: 다른 프로그램이 쓰고 있습니다. 닫고 다시 하세요"),
    # What a query can get wrong
    (r"the query is longer than (.+) characters", r"찾는 말이 \1자를 넘습니다"),
    (r"this quotation mark is never closed", r"따옴표가 닫히지 않았습니다"),
    (r"there is no field (\S+) \(known: (.+)\); .*", r"\1 이라는 항목은 없습니다 (있는 것: \2)"),
    (r"(\w+): needs a value", r"\1: 뒤에 값이 있어야 합니다"),
    (r"(\w+): takes one of (.+)", r"\1: 뒤에는 다음 가운데 하나를 씁니다: \2"),
    (r"more than (\d+) terms are too many", r"낱말이 \1개를 넘습니다"),
    (r"nested deeper than (\d+)", r"괄호가 \1겹을 넘습니다"),
    (r"this parenthesis closes nothing", r"여는 괄호가 없습니다"),
    (r"this parenthesis is never closed", r"괄호가 닫히지 않았습니다"),
    (r"there is no word in (.+)", r"\1 에는 낱말이 없습니다"),
    (r"a word, a field or a parenthesis is missing here", r"여기에 낱말이나 항목, 괄호가 빠졌습니다"),
    (r"there is no shelf '(.+)'(?:: .*)?", r"\1 이라는 책꽂이는 없습니다"),
    (r"a shelf needs a name and a query: .*", r"책꽂이에는 이름과 찾는 말이 있어야 합니다"),
    (r"date: a range needs a beginning or an end", r"date: 범위에는 처음이나 끝이 있어야 합니다"),
    (r"date: the range ends before it begins", r"date: 범위의 끝이 처음보다 앞섭니다"),
    (
        r"date: (.+) is no date: write (\S+), (\S+) or (\S+)",
        r"date: \1 은 날짜가 아닙니다. \2, \3, \4 처럼 씁니다",
    ),
    (r"date: there is no such day as (.+)", r"date: \1 이라는 날은 없습니다"),
    (r"there is a shelf '(.+)' already: .*", r"\1 책꽂이가 이미 있습니다. 다른 이름을 쓰세요"),
    (r"article (\S+) has no annotation (\S+): .*", r"\1 기사에 \2 메모가 없습니다"),
    (r"article (\S+) has no place (\S+): .*", r"\1 기사에는 \2 라는 자리가 없습니다"),
    (r"no annotation has the tag '(.+)': .*", r"\1 태그가 달린 메모가 없습니다"),
    (r"a tag needs a name: .*", r"태그의 이름을 적으세요"),
    (r"the words are as they were: .*", r"글이 그대로입니다. 고쳐 쓰거나 esc 로 닫으세요"),
    # What can go wrong with the data
    (
        r"(.+): another sinmun has held the notebook for (\d+) s: .*",
        r"\1: 다른 sinmun이 \2초 동안 메모장을 쓰고 있습니다. 그쪽을 닫고 다시 저장하세요",
    ),
    (
        r"(.+): (?:made|written) by a newer sinmun \(.+\): .*",
        r"\1: 더 새로운 sinmun이 만든 파일입니다. sinmun을 새로 설치하세요. 파일은 그대로 두었습니다",
    ),
    (
        r"the annotation \S+ was changed by hand since: it was left as it is",
        r"그 뒤에 손으로 고친 메모라서 그대로 두었습니다",
    ),
    (r"no article has the id (.+?): .*", r"id가 \1 인 기사는 없습니다"),
    # What an address can answer
    (
        r"only its summary was kept: the site's robots.txt keeps programs out",
        r"요약만 두었습니다: 사이트의 robots.txt가 프로그램을 막습니다",
    ),
    (r"only its summary was kept: (.+)", r"요약만 두었습니다: \1"),
    (r"there is no such page \((\d+)\)", r"그런 쪽이 없습니다 (\1)"),
    (r"it is gone for good: .+ \((\d+)\)", r"아주 없어졌습니다 (\1). sinmun feed remove 로 지우세요"),
    (r"it refuses us \((\d+)\)", r"서버가 거절합니다 (\1)"),
    (r"it asks for a password \((\d+)\)", r"비밀번호를 묻습니다 (\1)"),
    (r"it was asked too often \((\d+)\).*", r"너무 자주 물었습니다 (\1). 나중에 다시 하세요"),
    (r"the server is in trouble \((\d+)\).*", r"서버에 문제가 있습니다 (\1). 나중에 다시 하세요"),
    (r"the server does not answer: try later", r"서버가 대답하지 않습니다. 나중에 다시 하세요"),
    (r"the connection broke \((.+)\): try later", r"연결이 끊겼습니다 (\1). 나중에 다시 하세요"),
    (r"it took more than (\d+) s: .+", r"\1초가 넘게 걸립니다. 서버가 너무 느립니다"),
    (r"it sends more than (\S+) bytes, .+", r"\1바이트가 넘습니다. 기사나 피드가 아닙니다"),
    (r"it leads on and on, .+", r"주소가 다른 주소로 끝없이 이어집니다"),
    (r"(.+): there is no such host \(.*\): .*", r"\1: 그런 서버가 없습니다. 주소를 살펴보세요"),
    (r"(.+): nobody answers there \(.*\): try later", r"\1: 대답하는 서버가 없습니다. 나중에 다시 하세요"),
    (
        r"(.+): it is an inner address, .+",
        r"\1: 안쪽 주소여서 가져오지 않습니다. 내 것이라면 --allow-private 로 더하세요",
    ),
    (r"(.+): only http and https are fetched: .+", r"\1: http와 https만 가져옵니다"),
    (r"its certificate is not good for that host .+", r"인증서가 그 서버의 것이 아닙니다"),
    (r"it is a web page, no feed: it offers (.+)", r"피드가 아니라 웹 페이지입니다. 그 페이지의 피드: \1"),
    (r"it is a web page, no feed: .+", r"피드가 아니라 웹 페이지입니다. 사이트의 피드 주소를 쓰세요"),
    (r"no entries were found in the feed.*", r"피드에 기사가 없습니다"),
)
