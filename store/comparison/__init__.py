"""One story told several times: its articles found, its versions and their claims side by side."""
