"""How names are typed: Chinese, pinyin, initials, a mixture, with a slip. Pure; knows no database."""
