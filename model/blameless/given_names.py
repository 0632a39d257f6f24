"""Given names from many countries, for people whom the roster does not know. Only a help: the roster counts more."""

__all__ = ["DOUBTFUL", "GIVEN_NAMES"]

_GIVEN = """
    Aaron Abbie Abdel Abdul Abdullah Abebe Abena Abigail Abimbola Abiodun Achim Adaeze Adaline Adam Adanna
    Adebayo Adela Adelaide Adele Adeline Adil Aditi Aditya Adrian Adriana Adriano Adwoa Afonso Afshin Agata
    Agnes Agneta Agnieszka Agustin Ahmad Ahmed Ahsan Aidan Aidana Aiko Ainhoa Aino Ainsley Ainur Aisha Aishwarya
    Aisling Ajay Akash Aki Akira Akosua Alain Alan Alana Alanna Alasdair Alba Albert Alberto Albin Albrecht Aldo
    Alec Alejandra Alejandro Aleksander Aleksandra Aleksi Alena Alessandra Alessandro Alessia Alessio Alex
    Alexander Alexandra Alexei Alexis Alfie Alfonsina Alfonso Alfred Alfredo Ali Aliaksandr Alice Alicia Alicja
    Alina Alioune Alisha Alison Alistair Aliyah Allan Allison Alma Alonso Alphonse Althea Alton Alva Alvaro
    Alvin Alyssa Amadou Amaia Amal Amanda Amara Amber-Lee Ambrose Amelia Amelie Amina Amir Amit Amol Amos Amparo
    Amy Ana Anastasia Anatoly Anaïs Anchalee Anders Andile Andre Andrea Andreas Andreea Andrei Andrew Andrius
    Andrzej Aneta Anette Angela Angelika Angelo Angus Anika Aniket Anil Anita Anja Anjali Anjum Ankit Anna
    Annabel Annalena Anne Anneke Annette Annika Anouk Ansel Ansgar Anthea Anthony Antje Antoine Anton Antonella
    Antonia Antonina Antonio Anwar Anya Aoife Aparna Apinya Apolline April-Ann Araceli Arash Archie Aria Ariadne
    Ariana Ariel Arjun Arlene Armand Armando Arne Arno Arnold Aroha Aron Arthur Arturo Arun Arvid Arvind Asha
    Asher Ashley Ashok Ashwin Asif Aslan Asma Astou Astrid Asuka Atsushi Aubrey Audrey Augustin Augusto Aurelia
    Aurelie Aurelio Aurélie Aurélien Awa Axel Ayaan Ayano Ayesha Ayla Aylin Ayodele Aysel Ayumi Azadeh Aziz Azra
    Babajide Babak Bahar Balint Balthasar Balázs Baptiste Baraka Barbara Barnaby Barry Bartholomew Bartosz
    Bashir Bastian Beata Beate Beatrice Beatriz Behnam Belinda Ben Benedetta Benedict Benedikt Benedikta Benita
    Benjamin Benny Bente Berit Bernadette Bernard Bernardo Bernd Berta Bertha Bertrand Beth Bethany Bettina
    Betty Bhavesh Bhavna Bianca Bilal Bina Binta Birgit Birgitta Bjorn Björn Blanca Blanche Blessing Boaz Bob
    Bodil Bogdan Bongani Bonnie Boris Boyan Bozena Brad Bradley Brandon Branislav Branka Brenda Brendan Brent
    Brian Brianna Bridget Brigid Brigitte Britta Bronwyn Bruce Bruno Bryan Bryce Bryony Bukola Burak Byron
    Caitlin Caleb Callum Calvin Cameron Camila Camille Candace Candice Carina Carla Carlo Carlos Carlotta
    Carmela Carmen Caroline Carolyn Carsten Casey Caspar Cassidy Catalina Caterina Cathal Catherine Cathy
    Catriona Cecilia Cecily Cedric Celia Celine Cem Cesar Chandan Chandra Chantal Charlene Charles Charlie
    Charlotte Chelsea Cheng Cherie Cheryl Chiamaka Chiara Chidi Chidinma Chihiro Chika Chinedu Chinwe Chitra
    Chiyo Chloe Chris Christa Christel Christina Christine Christoph Christopher Chukwuemeka Chukwuma Ciara
    Cillian Claire Clara Clarence Clarissa Claudia Claudine Claus Clemens Clement Clementine Cleo Clive Clotilde
    Clyde Clémence Colette Colin Colleen Connor Conor Constantin Constanze Cordelia Corey Corinna Corinne
    Cornelia Cornelius Cosima Costas Courtney Craig Cristiano Cristina Curtis Cynthia Cyril César Dagmar Dagny
    Dai Daichi Daisuke Damian Damien Damir Dan Dana Danica Daniel Daniela Danielle Danilo Danny Danuta Daphne
    Dara Daria Dario Darius Dariush Dariusz Darko Darlene Darnell Darragh Darren Daryl Dave David Davide Davina
    Dawid Dean-Marie Deborah Declan Deepa Deepak Deirdre Delphine Dembe Demetrius Denise Deniz Dennis Derek
    Desmond Detlef Devika Devon Dewi Dhruv Diana Diane Didier Diego Dieter Dietrich Dilip Dilnoza Dimitra
    Dimitri Dinah Dinesh Divya Dmitri Dmitry Dolores Domenico Dominic Dominik Dominique Donald Dong-hyun Donna
    Doreen Dorian Doris Dorota Dorothea Dorothy Doug Douglas Dragan Dragana Duc Duncan Dunja Dustin Dušan Dwayne
    Dylan Eamon Ebba Ebele Ebere Ebony Ebru Eckhard Edgar Edith Edmund Edoardo Eduardo Edward Edwin Edyta Efua
    Egil Egon Eiji Eileen Eilidh Einar Eino Ekaterina Ekene Elaine Eleanor Elena Eleni Eleonora Elfriede Eli
    Elias Elif Elijah Elisa Elise Eliza Elizabeth Eliška Elke Ella Ellen Ellie Elliot Elodie Eloise Elsa Else
    Elspeth Elvira Emanuela Emeka Emeric Emil Emilia Emilio Emily Emine Emir Emma Emmanuel Emre Enrico Enrique
    Enzo Eric Erica Erich Erik Erika Erin Ernest Ernesto Erwin Esperanza Esra Esteban Estelle Esther Ethan
    Etienne Eugene Eugenia Eunice Eva Evan Evangeline Eveline Evelyn Evgenia Ewa Ewan Ezekiel Ezra Fabian
    Fabienne Fabio Fabrice Faisal Fanny Farah Farhan Farid Farida Farzad Fatih Fatima Fatimah Fatma Fatou
    Fatoumata Faye Federica Federico Felicia Felicity Feliks Felipe Felix Femi Feng Ferdinand Ferenc Fergus
    Fernanda Fernando Filip Filippo Finlay Finn Fiona Florence Florian Florin Folake Fouad Frances Francesca
    Francesco Francine Francis Francisco Francois Frank-Peter Franka Franz Franziska François Fraser Frauke Fred
    Frederick Frederik Freya Frida Frieda Friedrich Fumiko Fynn Gabor Gabriel Gabriela Gabrielle Gareth Gary
    Gaspard Gaurav Gavin Geert Geeta Gemma Genevieve Geoff Geoffrey Georg George Georges Georgia Georgina Gerald
    Geraldine Gerard Gerda Gerhard Gertrude Gianluca Gianna Gideon Gilbert Gillian Gina Gintaras Giorgia Giorgio
    Giovanni Gisela Giselle Gita Giulia Giuseppe Glenn Gloria Gloriana Godfrey Golnaz Goncalo Gonzalo Gonçalo
    Gopal Goran Gordon Gottfried Graham Greg Gregor Gregory Greta Gretchen Grzegorz Gudrun Guido Guillaume
    Guillermo Gulnara Gunnar Gunther Gustav Gustavo Gwen Gwendolyn Gyula Gábor Haakon Habib Hadiza Hakan Hakim
    Hamid Hamish Hamza Hana Hanna Hannah Hanneke Hannes Hans Harald Hari Harish Harold Haroon Harpreet Harriet
    Harrison Harsh Hartmut Haruka Haruki Harvey Hassan Hedda Heidi Heike Heiko Heinrich Heinz Helen Helena Helga
    Helmut Hemant Hendrik Hendrika Henri Henrietta Henrik Henrike Henry Herbert Herman Hermann Hester Hideki
    Hideo Hikaru Hilary Hilda Hilde Hildegard Hiroko Hiroshi Hisashi Holger Hong Horst Howard Hubert Huda Hugh
    Hugo Huma Humphrey Hung Hussein Hyacinth Hye Hye-jin Hyun Hyun-woo Hélène Ian Ibrahim Ida Ieva Ifeanyi
    Ifeoma Ignacio Ignas Igor Ikenna Ikram Ilias Ilker Ilona Ilse Ilya Imani Imelda Imke Imogen Imran Indira
    Ines Inga Ingeborg Ingo Ingrid Inka Iolanda Irene Irina Irma Iroha Isaac Isabel Isabella Isabelle Isidora
    Isla Ismael Ismail Isolde Itai Ivan Ivana Ivar Ivo Iwona Iñigo Jaakko Jabu Jacek Jacinta Jackie Jacob
    Jacqueline Jacques Jada Jadwiga Jae-won Jagdish Jaime Jakob Jakub Jalal Jamal James Jamie Jan Jana Jane
    Janet Jani Janice Janine Jannik Janusz Jared Jarek Jari Jaroslav Jasmin Jasmina Jason Javier Jaya Jayden
    Jayesh Jean Jeff Jeffrey Jelena Jelle Jemima Jenna Jennifer Jenny Jens Jeremiah Jeremy Jeroen Jerome Jerry
    Jesper Jessica Jette Ji-ho Jiaying Jiho Jill Jim Jin Jiri Joachim Joan Joanna Joanne Joao Joaquin Jocelyn
    Jochen Jodie Joe Joel Joern Joey Johan Johann Johanna Johannes John Johnny Jolanda Jomo Jon Jonas Jonathan
    Jonna Joost Jordan Jordi Jorge Joris Jose Josef Josefina Joseph Josephine Joshua Josiah Josie José Jovan
    Joyce João Juan Juanita Judith Judy Juha Jules Julia Julian Juliana Julie Julien Juliette Julio Julius Jun
    Junko Juraj Jurgen Jussi Justin Justine Justyna Jutta Jürgen Kaan Kabir Kagiso Kaito Kaja Kalle Kalpana
    Kamal Kamala Kamau Kamila Kanako Kaori Karel Karen Karim Karin Karina Karl Karla Karolina Karsten Karthik
    Kasia Kaspar Kasper Katalin Katarina Katarzyna Kate Katerina Katharina Katherine Kathleen Kathrin Kathryn
    Kathy Katie Katja Katrin Katrina Kaveh Kavita Kaya Kayla Kayode Kazuki Kazuo Keiko Keiran Keith Kelly Kelsey
    Kemal Ken Kenji Kenneth Kenta Kerry Kerstin Ketan Kevin Kgosi Khadija Khaled Khalid Khanh Kiara Kieran Kim
    Kimberley Kimberly Kiran Kirill Kirk Kirsten Kishore Klara Klaus Kofi Koji Kojo Konrad Konstantin Kristen
    Kristian Kristin Kristina Kristof Krzysztof Kumar Kunal Kurt Kwabena Kwame Kwasi Kwesi Kyle Kyoko Lachlan
    Ladislav Laila Lakshmi Lalita Lamine Lara Larissa Larry Lars Lasse Laszlo Latisha Latoya Laura Lauren
    Laurence Laurent Lauri Lawrence Layla Leah Leander Leandro Lee Leif Leila Lena Leo Leon Leona Leonard
    Leonardo Leonie Leonora Leopold Lerato Leroy Lesley Leslie Leszek Leticia Levi Lewis Leyla Liam Lidia Lieke
    Liesbeth Liesel Lilian Liliana Lillian Lilya Lina Linda Lindiwe Lindsay Ling Linus Lionel Lior Lisa Liu Liv
    Livia Liz Ljubica Lloyd Logan Lois Lola Lorena Lorenzo Loretta Lorraine Lothar Lou Louis Louisa Louise Loïc
    Luc Luca Lucas Lucia Luciana Lucie Lucinda Lucy Ludmila Ludovic Ludwig Luigi-Maria Luis Luisa Luka Lukas
    Lukasz Luke Lukáš Luna-Marie Lutz Lwazi Lydia Lyn Lynn Lázaro Mabel Maciej Maddalena Madeleine Madeline
    Madhav Madhu Madison Mads Mae Maeve Magda Magdalena Magnus Mahesh Mahmoud Mahnoor Maike Maja Makena Makoto
    Malaika Malcolm Malia Malik Malin Mamadou Mandla Manfred Manish Manju Manoj Manon Manuel Manuela Mara Marc
    Marcel Marcela Marcelle Marcello Marcelo Marcia Marcin Marco Marcos Marcus Mareike Marek Margaret Margarita
    Margit Margot Maria Mariam Marian Mariana Marianne Maribel Marie Mariella Marija Marijke Marika Mariko
    Marilyn Marina Mario Marion Marisa Marisol Marit Marius Marjorie Marko Markus Marlene Marlies Marlon Marsha
    Marta Martha Martin Martina Marvin Mary Maryam María Masato Masha Massimo Mateo Mateusz Mathias Mathilda
    Mathilde Matilda Mats Matt Matteo Matthew Matthias Matthieu Maureen Maurice Mauricio Mauro Maxim Maximilian
    Maxine Maya Mayumi Mbali Mbongeni Meena Meera Megan Mehdi Mehmet Mei Mei-Ling Meike Mel Melanie Melinda
    Melissa Melvin Meng Mercedes Meredith Merve Mette Micah Micha Michael Michaela Michal Michał Michel Michele
    Michelle Michiko Mick Miguel Mihai Mihail Miho Mika Mikael Mike Mikhail Mikko Mila Milan Mildred Milena
    Millicent Milo Milos Miloš Mimi Min-jun Mina Ming Mingzhe Minh Minjun Minna Mira Mireille Mirela Miriam
    Mirjam Mirko Miroslav Misha Mitchell Mitsuko Miyuki Mohamed Mohammad Mohammed Mohan Mohini Moira Molly Mona
    Monica Monika Monique Montserrat Morgan Moritz Moses Mosi Moussa Mpho Mukesh Murat Muriel Mustafa Myles Myra
    Myriam Myrtle Nabil Nadia Nadine Nadja Naledi Nancy Nandi Nandini Naoki Naoko Naomi Naresh Nasrin Natalia
    Natalie Natasha Natasza Nathalie Nathan Nathaniel Naveen Nazli Ned Neema Neha Neil Nele Nelson Nestor Ngozi
    Nguyen Nia Niall Niamh Nicholas Nicola Nicolas Nicole Nicoletta Niels Nigel Nikhil Nikita Niko Nikolai
    Nikolaus Nils Nimrod Nina Niranjan Nisha Njeri Nkechi Nnamdi Noa Noah Nobuhle Noel Noelle Noemi Nokuthula
    Nomsa Noor Nora Norbert Noriko Norma Norman Nozomi Noémie Nuno Nur Nuria Obinna Odette Oksana Olaf Olamide
    Ole Oleg Olena Olga Oliver Olivia Olof Olu Oluwaseun Omar Omari Omolara Ondrej Oona Ophelia Orhan Orla
    Orsolya Orson Osagie Oskar Osman Oswald Otieno Otis Ottilie Ousmane Owen Oya Oyelaran Ozan Pablo Paddy
    Padraig Paige Palesa Pallavi Pamela Pankaj Panos Paola Paolo Parisa Pascal Pascale Patience Patricia
    Patricio Patrick Patrik Patrizia Paul Paula Paulina Pauline Paulo Pavel Pawel Paweł Pearl Pedro Peggy
    Percival Percy Perrine Petar Peter Petr Petra Petronella Phil Philip Philipp Philippa Philippe Phillip
    Phuong Phyllis Pia Pierre Pieter Pilar Pim Piotr Pippa Polina Polly Pooja Pradeep Prakash Pranav Pranay
    Prasad Prashant Pratik Predrag Preeti Preston Priya Priyanka Prosper Przemek Quentin Quinn Rabia Rachel
    Radek Radoslav Rafael Rafał Rafi Rahul Raimund Rainer Raj Rajesh Rajiv Rakesh Ralf Ralph Ramesh Ramon Ramona
    Ramón Randall Randolph Rania Ranjit Raphael Raquel Rashid Rashida Rasmus Raul Ravi Rayan Raymond Razvan
    Rebecca Reem Refilwe Reggie Regina Reginald Reiko Reinhard Reinhold Rekha Renata Renate Renaud Rene Renzo
    Reza Rhiannon Rhys Ricardo Riccardo Richard Rick Rikke Rina Rita Ritu Roald Robbie Robert Roberta Roberto
    Robyn Rocio Rocío Roderick Rodney Rodrigo Roel Roger Rohan Rohini Rohit Roland Rolf Romain Roman Romy Ronald
    Ronan Ronja Rory Rosa Rosalie Rosalind Rosamund Rosanna Rosemary Rosie Ross Roswitha Rowan Roxana Roxanne
    Roy Roya Rozalia Ruben Rudolf Rui Rupert Rurik Russell Rutger Ruth Ryan Ryo Ryota Sabina Sabine Sabrina
    Sachin Sadia Saeed Saga Sagar Sahil Said Saki Sakura Salim Sally Salma Salome Sam Samantha Sameer Sami Samir
    Samira Samuel Sanaa Sandeep Sander Sandra Sandro Sanjay Sanne Saoirse Sara Sarah Sarita Sasha Saskia Satoshi
    Saul Savita Scarlett Scott Sean Sebastian Sefa Selena Selim Selina Selma Senthil Seo-yeon Seojun Serena
    Serge Sergei Sergey Sergio Seth Seung-ho Seydou Shabnam Shaheen Shaista Shalini Shan Shane Shanice Shankar
    Shannon Sharma Sharon Shaun Shauna Sheila Shelley Sherry Shilpa Shinji Shira Shirin Shirley Shiv Shota
    Shreya Shruti Shyam Sibusiso Sibylle Sidney Siegfried Sigrid Sigurd Silas Silke Silvia Silvio Simeon Simon
    Simone Simran Sindi Sinead Siobhan Siobhán Sipho Siti Siyabonga Slavko Slawomir Smita Sneha Snezana Sofia
    Sofie Sofía Solange Solveig Somchai Sonali Song Sonia Sonja Sophia Sophie Soraya Soren Spencer Srinivas
    Stacey Stan Stanislaw Stanley Stefan Stefania Stefanie Stefano Stella Stephan Stephanie Stephen Steve Steven
    Stewart Stijn Stuart Subhash Sudha Sufjan Suki Suleiman Sumit Sunil Sunita Suresh Susan Susana Susanna
    Susanne Sushil Suzana Suzanne Suzy Svea Sven Svetlana Swati Swen Sybil Sylvester Sylvia Sylvie Szymon
    Sébastien Søren Tabitha Tadashi Tadeusz Tafari Tahir Taiwo Takashi Takeshi Takumi Tal Tamar Tamara Tammy
    Tamsin Tamás Tania Tanja Tanvi Tanya Tara Taras Tareq Tariku Tariq Tatiana Tatjana Tatsuya Taylor Ted Teemu
    Tegan Temitope Tendai Teodora Terence Teresa Terrence Terry Tess Tessa Tetsuo Thabo Thaddeus Thandeka
    Thandiwe Thanh Thea Thelma Thembi Theo Theodora Theodore Theresa Therese Thiago Thierry Thijs Thilo Thomas
    Thorsten Thuy Tiffany Tilda Till Tim Timo Timothy Timur Tina Tjark Tobi Tobias Toby Todd Todor Tom Tomas
    Tomasina Tomasz Tomoko Tomás Toni Tony Torben Tore Torsten Toshi Tracy Travis-Lee Trevor Trina Tristan Troy
    Trudy Tsering Tshepo Tuan Tunde Tuomas Tushar Tyler Tyrone Ubaid Uche Udo Ugo Ulf Ulla Ulrich Ulrike Uma
    Umar Unathi Ursula Usha Uta Ute Uwe Uzma Uzoma Vadim Valentin Valentina Valentino Valeria Valerie Vanessa
    Varun Vasanth Vasil Vasily Vaughn Veera Venkat Vera Verena Vernon Veronica Veronika Veronique Vesna Vicente
    Vicky Victoire Vidya Vigdis Vijay Vikas Vikram Viktor Viktoria Ville Vinay Vincent Vincenzo Vineet Viola
    Virginia Vit Vito Vivek Vivian Viviana Vivien Vivienne Vlad Vladimir Volker Vusi Václav Wafa Wale Walid
    Wally Walter Waltraud Wambui Wanda Wangari Wanjiru Waseem Wayne Wei Wendel Wendell Wendy Werner Wesley
    Wiebke Wiktor Wilbur Wilfred Wilhelm Wilhelmina Willem William Wilma Winifred Winston Wojciech Wolfgang Wout
    Wouter Wyatt Xavi Xavier Ximena Xin Xiu Xochitl Yael Yan Yana Yann Yannick Yara Yaroslav Yash Yasir Yasmin
    Yasmine Yasser Yasuko Yaw Yeon Yetunde Yevgenia Yevgeny Yewande Yiannis Ying Yohannes Yoko Yolanda Yolande
    Yonas Yosef Yosuke Youssef Yuki Yuko Yumi Yun Yuri Yusuf Yuto Yves Yvette Yvonne Zach Zachary Zack Zahra
    Zaid Zainab Zakaria Zandile Zanele Zara Zbigniew Zbyněk Zdenka Zdravko Zeina Zelda Zeno Zeynep Zhang Zhen
    Ziad Zita Zodwa Zoe Zofia Zola Zoltan Zoran Zoya Zsofia Zubair Zuri Zuzana Étienne Özlem Łukasz
"""
_DOUBTFUL = """
    Ada Alexa Amber Angel Apollo April Art Artemis Athena August Aurora Ava Basil Bill Brook Carol Cassandra
    Celeste Chase Chef Christian Clair Claude Cliff Conrad Crystal Daisy Dale Dawn Dean Delta Dick Dora Drew
    Duke Earl Eve Faith Flora Frank Gene Ginger Grace Grant Guy Harmony Harry Hazel Heather Hector Hermes Holly
    Hope Hopper Hudson Idris Iris Ivy Jack Jackson Jade Jasmine Jasper Jenkins Joy June Kong Lance Lily Lucid
    Luigi Luna Mark Maven Max May Melody Miles Misty Nat Neo Newton Nick Octavia Olive Orlando Oscar Otto
    Pandora Parker Pat Penny Phoebe Phoenix Portia Ray Rich Rob Robin Rocky Rose Ruby Rufus Rusty Sage Salvador
    Sandy Savannah Sierra Siri Skip Sky Stew Sue Summer Sunny Tab Tad Travis Van Vega Verity Victor Victoria
    Violet Virgil Wade Ward Warren Watson Will Woody Zeus
"""
GIVEN_NAMES = frozenset(_GIVEN.split())
DOUBTFUL = frozenset(_DOUBTFUL.split())
"""Names that are also words, months or products: a person only where the sentence says so."""
