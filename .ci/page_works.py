"""Opens a page of `show --html` in Chromium and uses it as a reader would."""
import sys

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

options = webdriver.ChromeOptions()
options.binary_location = "/usr/bin/chromium"
for flag in ["headless", "no-sandbox", "disable-gpu", "disable-background-networking", "disable-sync"]:
    options.add_argument(f"--{flag}")
options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
try:
    driver.get(f"file://{sys.argv[1]}")
    find = lambda css: driver.find_element(By.CSS_SELECTOR, css)
    mark = find("mark.k-mission")
    facts = [driver.find_element(By.ID, name) for name in mark.get_attribute("data-facts").split()]
    ActionChains(driver).move_to_element(mark).perform()
    assert facts and all("lit" in fact.get_attribute("class") for fact in facts), "pointing lights facts"
    assert facts[0].find_element(By.TAG_NAME, "b").text in mark.get_attribute("title"), "hovering tells the fact"
    fact = find("aside li:last-child")
    fact.click()
    assert driver.find_elements(By.CSS_SELECTOR, "mark.lit"), "choosing a fact lights its words"
    colour = lambda: mark.value_of_css_property("background-color")
    marked = colour()
    find("input[value=mission]").click()
    assert colour() != marked, "a kind can be unmarked"
    errors = [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
    assert not errors, errors
    print(f"{len(driver.find_elements(By.TAG_NAME, 'mark'))} marks, no error")
finally:
    driver.quit()
