"""How both taggers are trained from the KLUE-NER file; nothing here is needed to tag."""
