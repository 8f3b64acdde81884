"""Named entities: two taggers behind one face, and what they were trained from."""
