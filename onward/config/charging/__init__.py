"""What `onward charge` does: read cases, ask the rules, and print or write their answers."""
