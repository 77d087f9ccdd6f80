"""Circles: groups that practise together. What a group may see, who is whose buddy, what a week was.

Values and rules; nothing private passes through here but what its owner chose to share.
"""
