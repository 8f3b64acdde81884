"""What an address can answer, and the lists of feeds."""

MESSAGES = {
    "{}…: an address of more than {} characters is not fetched": (
        "{0}…: {1}자가 넘는 주소는 가져오지 않습니다"
    ),
    "{}: only http and https are fetched: give the address of the page or feed": (
        "{0}: http와 https만 가져옵니다. 페이지나 피드의 주소를 쓰세요"
    ),
    "{}: it is no address: write it as https://host/path": "{0}: 주소가 아닙니다. https://host/path 처럼 쓰세요",
    "{}://{}: an address with a password in it is not taken": (
        "{0}://{1}: 비밀번호가 든 주소는 받지 않습니다"
    ),
    "{}: it is an inner address, which nothing from outside may lead to: if it is yours, allow it with --allow-private": (
        "{0}: 내부 주소여서 가져오지 않습니다. 내 서버라면 --allow-private 로 허용하세요"
    ),
    "{}: it is no address ({}): correct it": "{0}: 주소가 아닙니다 ({1}). 고치세요",
    "{}: there is no such host ({}): check the address": "{0}: 그런 서버가 없습니다 ({1}). 주소를 살펴보세요",
    "{}: nobody answers there ({}): try later": "{0}: 응답하는 서버가 없습니다 ({1}). 나중에 다시 하세요",
    "it is no address ({}): correct it": "주소가 아닙니다 ({0}). 고치세요",
    "it sends more than {} bytes, which is no page and no feed": (
        "{0}바이트가 넘습니다. 기사나 피드가 아닙니다"
    ),
    "it is packed in a way that nobody asked for ({}): try later": (
        "요청하지 않은 방식으로 압축해 보냅니다 ({0}). 나중에 다시 하세요"
    ),
    "its answer ends in the middle: try later": "응답이 중간에 끊겼습니다. 나중에 다시 하세요",
    "what it sends cannot be unpacked ({}): try later": "받은 것의 압축을 풀 수 없습니다 ({0}). 나중에 다시 하세요",
    "{}, and asks for a pause of {} s: try later": "{0}. 서버가 {1}초 뒤에 다시 하라고 합니다",
    "there is no such page": "그런 페이지가 없습니다",
    "it is gone for good: take the feed off with `sinmun feed remove`": (
        "아주 없어진 페이지입니다. 피드라면 `sinmun feed remove` 로 지우세요"
    ),
    "it refuses us": "서버가 거부합니다",
    "it asks for a password": "로그인해야 볼 수 있습니다",
    "it was asked too often": "너무 자주 요청했습니다",
    "it may not be shown for legal reasons": "법적인 이유로 볼 수 없습니다",
    "the server is in trouble": "서버에 문제가 있습니다",
    "it gives no page": "페이지를 주지 않습니다",
    "the connection broke ({}): try later": "연결이 끊겼습니다 ({0}). 나중에 다시 하세요",
    "the server does not answer: try later": "서버가 응답하지 않습니다. 나중에 다시 하세요",
    "it took more than {} s: the server is too slow; try later": (
        "{0}초가 넘게 걸립니다. 서버가 너무 느립니다. 나중에 다시 하세요"
    ),
    "it leads on and on, through more than {} redirects: check the address": (
        "주소가 {0}번 넘게 다른 주소로 이어집니다. 주소를 살펴보세요"
    ),
    "it leads to {}, which is no address: try later": "주소가 아닌 곳으로 이어집니다 ({0}). 나중에 다시 하세요",
    "its certificate is not good for that host ({}): it may be another's server": (
        "인증서가 그 서버의 것이 아닙니다 ({0}). 다른 서버일 수 있습니다"
    ),
    "stopped": "멈췄습니다",
    # What is kept of a page
    "only its summary was kept: {}": "요약만 두었습니다: {0}",
    "the site's robots.txt keeps programs out": "사이트의 robots.txt가 프로그램을 막습니다",
    "its robots.txt could not be fetched: {}": "robots.txt를 받지 못했습니다: {0}",
    "it is a web page, no feed: {}": "피드가 아니라 웹 페이지입니다. {0}",
    "it offers {}": "그 페이지의 피드: {0}",
    "give the address of the site's feed": "사이트의 피드 주소를 쓰세요",
    # The desk in a browser
    "this desk answers its own pages only": "이 화면은 자기 페이지에만 답합니다",
    "open the address that `sinmun serve` printed, with its key": (
        "`sinmun serve` 가 보여 준, 키가 든 주소를 그대로 여세요"
    ),
    # Lists of feeds
    "it is no OPML: its first element is not <opml>; export it again": (
        "OPML이 아닙니다. 첫 요소가 <opml>이 아닙니다. 다시 내보내세요"
    ),
    "it is no OPML ({}): export it again": "OPML이 아닙니다 ({0}). 다시 내보내세요",
    "its folders are nested more than {} deep: it is no list of feeds": (
        "폴더가 {0}겹을 넘습니다. 피드 목록이 아닙니다"
    ),
    "only http and https are followed": "http와 https만 따라 읽습니다",
    "it runs a program, which a list of feeds may not: make a feed of its output": (
        "프로그램을 실행하는 피드여서 받지 않습니다. 그 출력을 피드로 만들어 쓰세요"
    ),
    "correct it by hand, or move it away": "직접 고치거나 다른 곳으로 옮기세요",
    "{}: it is no list of feeds ({}): {}": "{0}: 피드 목록이 아닙니다 ({1}). {2}",
    "{}: it has more than {} bytes: it is no list of feeds": (
        "{0}: {1}바이트가 넘습니다. 피드 목록이 아닙니다"
    ),
    "{} feeds are more than the {} that are followed": "피드가 {0}개입니다. {1}개까지 따라 읽습니다",
    "{}: no such feed is followed: `sinmun feed list` shows them": (
        "{0}: 따라 읽지 않는 피드입니다. `sinmun feed list` 로 볼 수 있습니다"
    ),
    "{}: another sinmun has held the feeds for {} s: close it, then try again": (
        "{0}: 다른 sinmun이 {1}초 동안 피드 목록을 쓰고 있습니다. 그쪽을 닫고 다시 하세요"
    ),
    "{}: there is no such folder to watch: make it first": "{0}: 지켜볼 폴더가 없습니다. 먼저 만드세요",
}
