"""Six weeks after advice: did it work? By their channel, then by one of us; and who asks is looked at again."""
