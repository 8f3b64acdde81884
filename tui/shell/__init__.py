"""How commands open the data and speak: plain lines, data and narration apart."""
