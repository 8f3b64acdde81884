"""What the desk itself refuses."""

MESSAGES = {
    "the words are as they were: change them, or close with esc": (
        "글이 그대로입니다. 고쳐 쓰거나 esc 로 닫으세요"
    ),
}
