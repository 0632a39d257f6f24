"""Given names from many countries, for people whom the roster does not know. Only a help: the roster counts more."""

__all__ = ["DOUBTFUL", "GIVEN_NAMES"]

_GIVEN = """
    Aaron Abdul Abdullah Abebe Abena Abigail Abimbola Abiodun Achim Adaeze Adam Adanna Adebayo Adela Adelaide
    Adele Adeline Adil Aditi Aditya Adrian Adriana Adwoa Afonso Agata Agnes Agnieszka Agustin Ahmad Ahmed Ahsan
    Aidan Aidana Aiko Ainhoa Aino Ainur Aisha Aishwarya Aisling Ajay Akash Aki Akira Akosua Alain Alan Alasdair
    Alba Albert Alberto Albin Alejandra Alejandro Aleksander Aleksandra Aleksi Alena Alessandra Alessandro
    Alessia Alex Alexander Alexandra Alexei Alexis Alfie Alfonso Alfred Alfredo Ali Aliaksandr Alice Alicia
    Alina Alioune Alisha Alison Alistair Aliyah Allan Alma Alphonse Alva Alvaro Alvin Alyssa Amadou Amal Amanda
    Amara Amber-Lee Ambrose Amelia Amelie Amina Amir Amit Amparo Amy Ana Anastasia Anatoly Anaïs Anchalee Anders
    Andile Andre Andrea Andreas Andreea Andrei Andrew Andrius Andrzej Aneta Anette Angela Angelika Angelo Angus
    Anika Aniket Anil Anita Anja Anjali Ankit Anna Annabel Annalena Anne Anneke Annette Annika Ansel Anthea
    Anthony Antje Antoine Anton Antonia Antonina Antonio Anwar Anya Aoife Aparna Apinya Apolline April-Ann Arash
    Archie Aria Ariel Arjun Armando Arne Arnold Aroha Aron Arthur Arturo Arun Arvid Asha Ashley Ashok Ashwin
    Asif Aslan Asma Astou Astrid Asuka Atsushi Audrey Augustin Augusto Aurelia Aurelio Aurélie Aurélien Awa Axel
    Ayaan Ayano Ayesha Ayla Ayodele Aysel Ayumi Aziz Azra Babajide Bahar Balint Balázs Baptiste Baraka Barbara
    Barry Bartosz Bashir Bastian Beata Beate Beatrice Beatriz Belinda Ben Benedetta Benedict Benedikt Benedikta
    Benita Benjamin Benny Bente Berit Bernadette Bernard Bernd Berta Beth Bettina Bhavesh Bianca Bilal Binta
    Birgit Birgitta Bjorn Björn Blanca Blessing Boaz Bob Bodil Bogdan Bongani Bonnie Boris Boyan Bozena Brad
    Bradley Brandon Branislav Brenda Brian Brianna Brigitte Britta Bronwyn Bruce Bruno Bryan Bryony Bukola Burak
    Caleb Callum Calvin Cameron Camila Camille Candice Carina Carla Carlo Carlos Carlotta Carmen Caroline Caspar
    Catalina Cathal Catherine Cathy Catriona Cecilia Cedric Celine Cem Cesar Chandra Chantal Charles Charlie
    Charlotte Chelsea Cheng Cherie Cheryl Chiamaka Chiara Chidi Chidinma Chika Chinedu Chinwe Chiyo Chloe Chris
    Christina Christine Christoph Christopher Chukwuemeka Ciara Cillian Claire Clara Clarissa Claudia Clemens
    Clement Cleo Clotilde Clémence Colette Colin Connor Conor Constanze Cornelia Cosima Costas Craig Cristina
    Curtis Cynthia Cyril César Dagmar Dagny Dai Daisuke Damian Damien Damir Dan Dana Daniel Daniela Danielle
    Danilo Danny Danuta Daphne Dara Daria Dario Darius Dariusz Darko Darlene Darren Dave David Davide Davina
    Dawid Dean-Marie Deborah Declan Deepa Deepak Delphine Dembe Demetrius Denise Deniz Dennis Derek Desmond
    Devon Dewi Diana Didier Diego Dieter Dietrich Dilip Dilnoza Dimitra Dimitri Dinah Dinesh Divya Dmitri Dmitry
    Dolores Domenico Dominic Dominik Donald Dong-hyun Donna Doreen Doris Dorota Dorothy Doug Douglas Dragan
    Dragana Duc Duncan Dunja Dušan Dwayne Dylan Eamon Ebba Ebele Ebere Ebony Ebru Eckhard Edgar Edith Edmund
    Edoardo Eduardo Edward Edwin Edyta Efua Egil Eileen Einar Eino Ekaterina Ekene Elaine Eleanor Elena Eleni
    Eli Elias Elif Elijah Elisa Elizabeth Eliška Ella Ellen Ellie Elliot Eloise Elsa Else Elvira Emanuela Emeka
    Emeric Emil Emilia Emilio Emily Emine Emir Emma Emmanuel Emre Enrique Enzo Eric Erica Erik Erika Erin
    Ernesto Erwin Esra Esteban Esther Ethan Etienne Eugene Eugenia Eunice Eva Evan Eveline Evelyn Evgenia Ewa
    Ezekiel Ezra Fabian Fabio Faisal Fanny Farah Farid Fatih Fatima Fatimah Fatma Fatou Fatoumata Faye Federico
    Feliks Felipe Felix Femi Feng Ferenc Fergus Fernanda Fernando Filip Filippo Finlay Finn Fiona Florence
    Florian Florin Folake Fouad Frances Francesca Francesco Francine Francis Francisco Francois Frank-Peter
    Franka Franz François Frauke Fred Frederick Frederik Freya Frida Frieda Friedrich Fumiko Fynn Gabor Gabriel
    Gabriela Gareth Gary Gaspard Gavin Geert Gemma Genevieve Geoff Georg George Georges Georgia Gerald Geraldine
    Gerard Gerda Gerhard Gianluca Gideon Gilbert Gina Gintaras Giorgio Giovanni Gisela Gita Giulia Giuseppe
    Glenn Gloria Gloriana Godfrey Goncalo Gonçalo Gopal Goran Gordon Gottfried Graham Greg Gregor Gregory Greta
    Gretchen Grzegorz Gudrun Guido Guillermo Gulnara Gunnar Gustavo Gwen Gyula Gábor Haakon Habib Hadiza Hakan
    Hamid Hamza Hana Hanna Hannah Hanneke Hannes Hans Harald Hari Harold Haroon Harriet Harsh Hartmut Haruka
    Haruki Harvey Hassan Hedda Heidi Heike Heiko Heinrich Heinz Helen Helena Helga Hendrik Hendrika Henri
    Henrietta Henrik Henrike Henry Herbert Herman Hideo Hikaru Hilda Hilde Hiroko Hiroshi Hisashi Holger Hong
    Horst Howard Hubert Huda Hugo Huma Hung Hussein Hyacinth Hye Hye-jin Hyun Hyun-woo Hélène Ian Ibrahim Ida
    Ieva Ifeanyi Ifeoma Ignacio Ignas Igor Ikenna Ikram Ilias Ilker Ilona Ilse Ilya Imani Imelda Imke Imogen
    Imran Indira Ines Inga Ingeborg Ingo Ingrid Inka Iolanda Irene Irina Irma Iroha Isaac Isabel Isabella
    Isabelle Isla Ismail Isolde Itai Ivan Ivana Ivar Ivo Iwona Iñigo Jaakko Jabu Jacek Jacinta Jackie Jacob
    Jacques Jada Jadwiga Jae-won Jaime Jakob Jakub Jalal Jamal James Jamie Jan Jana Jane Janet Jani Janine
    Jannik Janusz Jared Jarek Jari Jaroslav Jasmin Jasmina Jason Javier Jaya Jayden Jayesh Jean Jeff Jeffrey
    Jelena Jelle Jemima Jenna Jennifer Jenny Jens Jeremiah Jeremy Jeroen Jerome Jerry Jesper Jessica Jette Ji-ho
    Jiaying Jill Jim Jin Jiri Joachim Joan Joanna Joanne Joao Joaquin Jochen Jodie Joe Joel Joern Joey Johan
    Johanna Johannes John Johnny Jolanda Jomo Jon Jonas Jonathan Jonna Joost Jordan Jordi Jorge Joris Jose Josef
    Josefina Joseph Josephine Joshua Josiah Josie José Jovan Joyce João Juan Juanita Judith Judy Juha Jules
    Julia Julian Juliana Julie Julien Julio Julius Jun Juraj Jurgen Jussi Justin Jutta Jürgen Kaan Kagiso Kaito
    Kaja Kalle Kamal Kamala Kamau Kamila Kanako Karel Karen Karim Karin Karina Karl Karla Karolina Karsten
    Karthik Kasia Kasper Katalin Katarina Katarzyna Kate Katerina Katharina Katherine Kathleen Kathrin Kathy
    Katie Katja Katrin Katrina Kavita Kaya Kayla Kayode Kazuki Kazuo Keiko Keiran Keith Kelly Kemal Ken Kenji
    Kenneth Kenta Kerry Kerstin Ketan Kevin Kgosi Khadija Khaled Khalid Khanh Kiara Kieran Kim Kiran Kirill Kirk
    Kirsten Klara Klaus Kofi Koji Kojo Konrad Konstantin Kristen Kristian Kristin Kristina Kristof Krzysztof
    Kumar Kunal Kurt Kwabena Kwame Kwesi Kyle Kyoko Ladislav Laila Lakshmi Lamine Lara Larissa Larry Lars Lasse
    Latisha Latoya Laura Lauren Laurence Laurent Lauri Layla Leah Leandro Lee Leif Leila Lena Leo Leon Leonard
    Leonardo Leonie Leopold Lerato Leroy Lesley Leslie Leszek Leticia Levi Lewis Liam Lidia Lieke Liesbeth
    Lilian Liliana Lilya Lina Linda Lindiwe Lindsay Ling Linus Lior Lisa Liu Liv Livia Liz Ljubica Logan Lois
    Lola Lorena Lorenzo Lorraine Lothar Lou Louis Louise Loïc Luc Luca Lucas Lucia Lucie Lucinda Lucy Ludmila
    Ludwig Luigi-Maria Luis Luisa Luka Lukas Lukasz Luke Lukáš Luna-Marie Lutz Lwazi Lydia Lyn Lynn Lázaro Mabel
    Maciej Madeleine Madhu Madison Mads Mae Maeve Magda Magdalena Magnus Mahesh Mahmoud Mahnoor Maike Maja
    Makena Malaika Malcolm Malia Malik Malin Mamadou Mandla Manfred Manish Manoj Manon Manuel Manuela Mara Marc
    Marcel Marcela Marcelle Marcelo Marcia Marcin Marco Marcos Marcus Mareike Marek Margaret Margarita Margot
    Maria Mariam Marian Mariana Marianne Maribel Marie Marija Marijke Marika Marilyn Marina Mario Marion Marisol
    Marius Marjorie Marko Markus Marlene Marlon Marta Martha Martin Martina Marvin Mary María Masato Masha Mateo
    Mateusz Mathias Mats Matt Matteo Matthew Matthias Maureen Maurice Mauricio Mauro Maxim Maximilian Maxine
    Maya Mbali Mbongeni Meera Megan Mehdi Mehmet Mei Mei-Ling Meike Mel Melanie Melinda Melissa Melvin Meng
    Mercedes Merve Mette Micah Micha Michael Michal Michał Michele Michelle Mick Miguel Mihai Mihail Miho Mika
    Mikael Mike Mikhail Mikko Mila Milan Milena Milo Milos Miloš Mimi Min-jun Mina Ming Mingzhe Minh Minna Mira
    Mireille Mirela Miriam Mirjam Mirko Miroslav Misha Mitchell Mitsuko Miyuki Mohamed Mohammad Mohammed Mohan
    Mohini Moira Molly Mona Monica Monika Montserrat Morgan Moritz Moses Moussa Mpho Mukesh Murat Muriel Mustafa
    Myriam Nabil Nadia Nadine Nadja Naledi Nandi Naoko Naomi Natalia Natalie Natasha Natasza Nathalie Nathan
    Naveen Nazli Ned Neema Neha Neil Nele Nelson Nestor Ngozi Nguyen Nia Niamh Nicholas Nicola Nicolas Nicole
    Nicoletta Niels Nikhil Nikita Niko Nikolai Nikolaus Nils Nimrod Nina Niranjan Nisha Njeri Nkechi Nnamdi Noa
    Noah Nobuhle Noel Noemi Nokuthula Nomsa Noor Nora Norbert Norma Norman Nozomi Noémie Nuno Nur Nuria Obinna
    Oksana Olaf Ole Oleg Olena Olga Oliver Olivia Olof Olu Oluwaseun Omar Omari Omolara Ondrej Oona Orhan Orla
    Orsolya Osagie Oskar Osman Otieno Ottilie Ousmane Owen Oya Oyelaran Ozan Pablo Paddy Padraig Paige Palesa
    Pamela Panos Paola Paolo Parisa Pascal Pascale Patience Patricia Patricio Patrick Patrik Paul Paula Pauline
    Paulo Pavel Pawel Paweł Pearl Pedro Peggy Percy Perrine Petar Peter Petr Petra Petronella Phil Philip
    Philipp Philippa Philippe Phuong Pia Pierre Pieter Pilar Pim Piotr Pippa Polina Polly Pooja Pradeep Prakash
    Pranav Pranay Prashant Pratik Predrag Preeti Priya Priyanka Prosper Przemek Quentin Quinn Rabia Rachel Radek
    Radoslav Rafael Rafał Rafi Rahul Raimund Rainer Raj Rajesh Rajiv Ralf Ralph Ramesh Ramon Ramón Randall Rania
    Ranjit Raphael Raquel Rashid Rashida Rasmus Raul Ravi Rayan Raymond Razvan Rebecca Reem Refilwe Reggie
    Regina Reiko Reinhard Reinhold Renata Renate Renaud Rene Renzo Reza Rhiannon Rhys Ricardo Riccardo Richard
    Rick Rikke Rina Rita Ritu Roald Robbie Robert Roberta Roberto Robyn Rocio Rocío Roderick Rodrigo Roel Roger
    Rohan Rohini Rohit Roland Rolf Romain Roman Romy Ronald Ronan Ronja Rory Rosa Rosalie Rosalind Rosamund
    Rosanna Rosemary Rosie Ross Roswitha Rowan Roxana Roxanne Roy Rozalia Ruben Rudolf Rui Rupert Rurik Russell
    Rutger Ruth Ryan Ryo Ryota Sabina Sabine Sabrina Sadia Saeed Saga Sagar Sahil Said Saki Sakura Salim Sally
    Salma Salome Sam Samantha Sameer Sami Samir Samuel Sanaa Sandeep Sander Sandra Sandro Sanjay Sanne Saoirse
    Sara Sarah Sarita Sasha Saskia Satoshi Saul Savita Scarlett Scott Sean Sebastian Sefa Selim Selina Selma
    Senthil Seo-yeon Serena Serge Sergei Sergey Sergio Seth Seung-ho Seydou Shabnam Shaheen Shaista Shan Shane
    Shanice Shankar Shannon Sharma Sharon Shaun Shauna Sheila Shilpa Shinji Shira Shirin Shirley Shiv Shota
    Shreya Shruti Sibusiso Sibylle Sidney Siegfried Sigrid Sigurd Silas Silke Silvia Silvio Simeon Simon Simone
    Simran Sindi Sinead Siobhan Siobhán Sipho Siti Siyabonga Slavko Slawomir Smita Snezana Sofia Sofie Sofía
    Solveig Somchai Sonali Song Sonia Sonja Sophia Sophie Soren Spencer Srinivas Stacey Stan Stanislaw Stanley
    Stefan Stefania Stefanie Stefano Stella Stephan Stephanie Stephen Steve Steven Stijn Stuart Subhash Sufjan
    Suki Suleiman Sumit Sunil Sunita Suresh Susan Susana Susanne Sushil Suzana Suzanne Suzy Sven Svetlana Swati
    Swen Sylvia Sylvie Szymon Sébastien Søren Tadashi Tadeusz Tafari Tahir Taiwo Takashi Takeshi Takumi Tal
    Tamar Tamara Tammy Tamás Tania Tanja Tanya Tara Taras Tareq Tariku Tariq Tatiana Tatjana Tatsuya Taylor Ted
    Teemu Tegan Temitope Tendai Teodora Terence Teresa Terry Tess Tetsuo Thabo Thandeka Thandiwe Thanh Thea
    Thembi Theo Theodore Theresa Thiago Thierry Thijs Thilo Thomas Thorsten Thuy Till Tim Timo Timothy Timur
    Tina Tjark Tobi Tobias Todd Todor Tom Tomas Tomasina Tomasz Tomoko Tomás Toni Tony Torben Tore Torsten Toshi
    Tracy Travis-Lee Trevor Trina Tristan Trudy Tsering Tshepo Tuan Tunde Tuomas Tyler Tyrone Ubaid Udo Ugo Ulf
    Ulla Ulrich Ulrike Uma Umar Unathi Ursula Ute Uwe Uzma Uzoma Vadim Valentin Valentina Valeria Valerie
    Vanessa Vasanth Vasil Vasily Vaughn Veera Venkat Vera Verena Veronica Veronika Vesna Vicente Vicky Victoire
    Vidya Vigdis Vijay Vikram Viktor Viktoria Ville Vinay Vincent Vincenzo Vineet Viola Virginia Vit Vito Vivek
    Vivian Viviana Vlad Vladimir Volker Vusi Václav Wafa Wale Walid Wally Walter Waltraud Wambui Wanda Wangari
    Wanjiru Waseem Wayne Wei Wendell Wendy Werner Wesley Wiebke Wiktor Wilfred Wilhelm William Wilma Winston
    Wojciech Wolfgang Wout Wouter Wyatt Xavi Xavier Ximena Xin Xiu Xochitl Yael Yan Yana Yann Yannick Yara
    Yaroslav Yash Yasir Yasmin Yasmine Yasuko Yaw Yeon Yetunde Yevgenia Yevgeny Yewande Yiannis Ying Yohannes
    Yoko Yolanda Yolande Yonas Yosef Yosuke Youssef Yuki Yuko Yumi Yun Yuri Yusuf Yuto Yves Yvonne Zach Zachary
    Zack Zahra Zaid Zainab Zakaria Zandile Zanele Zara Zbigniew Zbyněk Zdenka Zdravko Zeina Zelda Zeno Zeynep
    Zhang Zhen Ziad Zita Zodwa Zoe Zofia Zola Zoltan Zoran Zoya Zsofia Zubair Zuri Zuzana Étienne Özlem Łukasz
"""
_DOUBTFUL = """
    Ada Alexa Amber Angel Apollo April Art Artemis Athena August Aurora Basil Bill Brook Carol Cassandra Chase
    Chef Christian Clair Claude Cliff Crystal Daisy Dale Dawn Dean Delta Dick Dora Drew Duke Earl Eve Faith
    Flora Frank Gene Ginger Grace Grant Guy Harmony Harry Heather Hermes Holly Hope Hopper Hudson Iris Ivy Jack
    Jade Jasmine Jasper Jenkins Joy June Kong Lance Lily Lucid Luigi Luna Mark Maven Max May Melody Miles Misty
    Nat Neo Newton Nick Olive Oscar Otto Pandora Pat Penny Phoenix Ray Rich Rob Robin Rocky Rose Ruby Rusty Sage
    Salvador Sandy Savannah Sierra Siri Skip Sky Stew Sue Summer Sunny Tab Tad Travis Van Vega Victor Victoria
    Violet Wade Ward Warren Watson Will Woody Zeus
"""
GIVEN_NAMES = frozenset(_GIVEN.split())
DOUBTFUL = frozenset(_DOUBTFUL.split())
"""Names that are also words, months or products: a person only where the sentence says so."""
