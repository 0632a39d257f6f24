"""Given names from many countries, for people whom the roster does not know. Only a help: the roster counts more."""

__all__ = ["DOUBTFUL", "GIVEN_NAMES"]

_GIVEN = """
    Aaron Abdul Abdullah Abebe Abena Abigail Adam Adaeze Adebayo Adele Adeline Aditi Aditya Adrian Adriana Agata
    Agnes Agnieszka Ahmad Ahmed Aiko Aisha Aisling Ajay Akash Akira Alan Albert Alberto Alejandra Alejandro Aleksandra
    Alessandra Alessandro Alex Alexander Alexandra Alexei Alfonso Alfred Ali Alice Alicia Alina Alisha Alison Allan
    Amadou Amal Amanda Amara Amelia Amina Amir Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andrew Andrzej
    Angela Angelo Anil Anita Anja Anjali Ankit Anna Anne Annika Anthony Antoine Anton Antonio Anya Aoife Aparna Ariel
    Arjun Arnold Aroha Arthur Arturo Arun Asha Ashley Ashok Asif Astrid Audrey Ayesha Ayla Ayodele Aziz Babajide
    Barbara Bartosz Beata Beatrice Beatriz Ben Benedict Benjamin Bernard Bernd Beth Bianca Binta Birgit Bjorn Björn
    Blessing Bob Bogdan Boris Bradley Brandon Brenda Brian Brianna Bruno Bryan Callum Camila Carla Carlos Carmen
    Caroline Catalina Catherine Cathy Cecilia Celine Chandra Charles Charlotte Cheng Chiara Chidi Chiamaka Chinedu
    Chloe Chris Christina Christine Christoph Christopher Chukwuemeka Ciara Claire Clara Claudia Clemens Colin Connor
    Cristina Cynthia Dagmar Damian Damien Dan Dana Daniel Daniela Danielle Danny Dariusz Darren Dave David Deborah
    Deepa Deepak Denise Dennis Derek Devon Diana Diego Dieter Dilip Dimitri Dinesh Dmitri Dmitry Dominic Dominik
    Donald Donna Dorota Dorothy Doug Douglas Duc Dylan Ebele Eduardo Edward Edwin Ekaterina Elena Eleanor Eli Elias
    Elif Elijah Elisa Elizabeth Ella Ellen Emeka Emil Emilia Emily Emma Emmanuel Enrique Eric Erica Erik Erika Erin
    Ernesto Esther Ethan Eugene Eva Evan Evelyn Ewa Ezra Fabian Fabio Farah Farid Fatima Fatma Fatou Federico Felipe
    Felix Femi Feng Fernanda Fernando Filip Finn Fiona Florian Folake Frances Francesca Francesco Francis Francisco
    Francois François Franz Fred Frederik Friedrich Fumiko Gabriel Gabriela Gareth Gary Gavin Geoff George Georgia
    Gerald Gerhard Giorgio Giovanni Giulia Giuseppe Gloria Goran Gordon Graham Greg Gregory Greta Grzegorz Guillermo
    Gunnar Gustavo Haakon Habib Hadiza Hamid Hana Hanna Hannah Hannes Hans Haruka Haruki Hassan Heidi Heinrich Helen
    Helena Helga Henrik Henry Hideo Hikaru Hiroshi Hong Howard Huda Hugo Hussein Hye Hyun Hyun-woo Ian Ibrahim Ida
    Ifeoma Ignacio Igor Ikram Ilona Ilse Imran Ines Inga Ingrid Iñigo Irene Irina Isaac Isabel Isabella Ismail Ivan
    Ivana Jacek Jackie Jacob Jacques Jaime Jakob Jakub James Jamie Jan Jana Jane Janet Janine Jared Jason Javier Jean
    Jeff Jeffrey Jelena Jennifer Jenny Jens Jeremy Jeroen Jerry Jessica Ji-ho Jiaying Jim Jin Jiri Joanna Joao João
    Joe Joel Johan Johanna Johannes John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Josef Joseph Joshua Juan Juanita
    Judith Judy Julia Julian Juliana Julie Julien Jun Jurgen Jürgen Justin Kaito Kamal Kamila Karen Karim Karin Karina
    Karl Karolina Karthik Kasia Kate Katarina Katarzyna Katherine Kathleen Kathy Katie Katja Katrin Kavita Kayla Kazuo
    Keiko Keith Kelly Ken Kenji Kenneth Kerstin Kevin Khadija Khaled Khalid Kim Kirsten Klaus Kofi Kojo Konrad Kristen
    Kristina Krzysztof Kumar Kurt Kwabena Kwame Kyle Lakshmi Lara Larry Lars Laura Lauren Laurent Layla Leah Lee Leila
    Leticia Lena Leo Leon Leonard Leonardo Leonie Leslie Leszek Liam Lidia Liesbeth Lina Linda Lindsay Linus Lisa Liu
    Livia Logan Lorena Lorenzo Louis Louise Luca Lucas Lucia Lucy Ludwig Luis Luisa Lukas Lukasz Łukasz Luke Lydia
    Maciej Madeleine Madison Magda Magdalena Magnus Mahmoud Maja Malik Malin Mandla Manfred Manish Manon Manuel Marc
    Marcel Marcin Marco Marcos Marcus Marek Margaret Margarita Maria María Marie Marina Mario Marion Marius Marisol
    Marko Markus Marta Martha Martin Martina Mary Masha Mateo Mateusz Mathias Matt Matteo Matthew Matthias Maurice
    Mauricio Maxim Maya Megan Mehmet Mei Mei-Ling Melanie Melissa Meng Mercedes Michael Michal Michał Michele Michelle
    Miguel Mika Mikael Mike Mikhail Mila Milan Milena Min-jun Mina Ming Mingzhe Minh Mira Miriam Miroslav Misha Mitchell
    Miyuki Mohamed Mohammad Mohammed Mohan Moira Monica Monika Morgan Moritz Moses Mustafa Nabil Nadia Nadine Naoko
    Naomi Natalia Natalie Natasha Nathan Nathalie Neha Neil Nelson Ngozi Nguyen Nia Niamh Nicholas Nicolas Nicole Niels
    Nikhil Nikita Nikolai Nikolaus Nina Nisha Nkechi Noah Nobuhle Noel Noor Nora Nuno Nuria Obinna Olaf Ole Oleg Olga
    Oliver Olivia Oluwaseun Omar Omari Orla Osman Owen Pablo Padraig Paige Pamela Paola Paolo Parisa Pascal Patricia
    Patricio Patrick Patrik Paul Paula Pauline Paulo Pavel Pawel Paweł Pedro Peter Petra Philip Philipp Philippe Phuong
    Pierre Pilar Piotr Pooja Prakash Pranav Prashant Preeti Priya Priyanka Quentin Rachel Radek Rafael Rahul Raj Rajesh
    Ralf Ramesh Ramón Ramon Rania Raphael Rashid Raul Ravi Raymond Rebecca Regina Reinhard Renata Rene Ricardo Riccardo
    Richard Rita Ritu Robert Roberta Roberto Rodrigo Roger Rohan Rohit Roland Roman Ronald Rosa Rosalind Rosie Ross Roxana
    Ruben Rudolf Rui Ruth Ryan Ryo Sabine Sabrina Sadia Saeed Said Sakura Salim Sally Salma Sam Samantha Samir Samuel
    Sanaa Sandra Sanjay Sara Sarah Sasha Satoshi Saul Scott Sean Sebastian Sefa Selim Selma Seo-yeon Serena Sergei Sergey
    Sergio Seung-ho Shabnam Shan Shane Shannon Sharon Shaun Sheila Shira Shreya Sibusiso Sidney Sigrid Silvia Simon
    Simone Sinead Siobhán Siobhan Sipho Slawomir Sofia Sofie Sonia Sonja Soren Søren Sophia Sophie Stanislaw Stefan
    Stefanie Stefano Stella Stephan Stephanie Stephen Steve Steven Stuart Suki Suleiman Sumit Sunil Suresh Susan Susana
    Susanne Suzanne Sven Svetlana Swati Sylvia Sylvie Tadeusz Takashi Takeshi Tamar Tamara Tania Tanja Tanya Tara Tareq
    Tariq Tatiana Ted Temitope Teresa Terry Thabo Thandiwe Thea Theo Theodore Theresa Thiago Thomas Thorsten Tim Timo
    Timothy Tina Tobias Todd Tom Tomas Tomás Tomasz Tomoko Tony Tracy Trevor Tristan Tunde Ulrich Ulrike Umar Ursula
    Uwe Vadim Valentina Valeria Vanessa Vasily Vera Veronica Veronika Vicente Vijay Vikram Viktor Viktoria Vincent
    Vincenzo Viola Virginia Vivek Vivian Vlad Vladimir Vusi Wafa Wale Walter Wanda Wangari Wei Wendy Werner Wiktor
    Wilhelm William Wojciech Wolfgang Xavier Ximena Xin Xiu Yael Yan Yana Yara Yasmin Yasmine Yuki Yasuko Yeon Yetunde
    Ying Yoko Yolanda Yosef Yuko Yuri Yusuf Yves Yvonne Zachary Zahra Zainab Zanele Zara Zbigniew Zeynep Zhang Zhen
    Zofia Zoe Zoltan Zsofia Zuzana
    """
_DOUBTFUL = """
    Ada Alexa Amber Angel Apollo April Art Artemis Athena August Aurora Basil Bill Brook Carol Cassandra Chase Chef
    Christian Clair Claude Cliff Crystal Daisy Dale Dawn Dean Delta Dick Dora Drew Duke Earl Eve Faith Flora Frank Gene
    Ginger Grace Grant Guy Harmony Harry Heather Hermes Holly Hope Hopper Hudson Iris Ivy Jack Jade Jasmine Jasper
    Jenkins Joy June Kong Lance Lily Lucid Luigi Luna Mark Max Maven May Melody Miles Misty Nat Neo Newton Nick Oscar
    Olive Otto Pandora Pat Penny Phoenix Ray Rich Rob Robin Rocky Rose Ruby Rusty Sage Salvador Sandy Savannah Sierra
    Siri Skip Sky Stew Sue Summer Sunny Tab Tad Travis Van Vega Victor Victoria Violet Wade Ward Warren Watson Will
    Woody Zeus
    """
GIVEN_NAMES = frozenset(_GIVEN.split())
DOUBTFUL = frozenset(_DOUBTFUL.split())
"""Names that are also words, months or products: a person only where the sentence says so."""
