"""Social cards: pictures that chats and social networks show beside a link."""
