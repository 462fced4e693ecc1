"""What is printed, forms and letters alike: the fonts, and a tagged PDF made of data that can never be markup."""
