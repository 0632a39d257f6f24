"""Given names from many countries, for people whom the roster does not know. Only a help: the roster counts more."""

__all__ = ["DOUBTFUL", "GIVEN_NAMES"]

_GIVEN = """
    Aaron Abbie Abdel Abdul Abdullah Abebe Abena Abigail Abimbola Abiodun Achim Adaeze Adaline Adam Adanna
    Adebayo Adela Adelaide Adele Adelheid Adeline Adil Aditi Aditya Adrian Adriana Adriano Adwoa Afonso Afshin
    Agata Agathe Agnes Agneta Agnieszka Agustin Ahmad Ahmed Ahsan Aidan Aidana Aiko Ainhoa Aino Ainsley Ainur
    Aisha Aishwarya Aisling Ajay Akash Aki Akira Akosua Alain Alan Alana Alanna Alasdair Alba Albert Alberto
    Albin Albrecht Aldo Alec Alejandra Alejandro Aleksandar Aleksander Aleksandr Aleksandra Aleksi Alena Alenka
    Alessandra Alessandro Alessia Alessio Alex Alexander Alexandra Alexandre Alexandros Alexei Alexis Alfie
    Alfonsina Alfonso Alfred Alfredo Ali Aliaksandr Alice Alicia Alicja Alina Aliona Alioune Alisha Alison
    Alistair Aliya Aliyah Allan Allison Alma Alois Alondra Alonso Alphonse Altan Althea Alton Alva Alvaro Alvin
    Alyssa Amadou Amaia Amal Amanda Amara Amber-Lee Ambrose Ambrosia Amelia Amelie Amina Amir Amit Amol Amos
    Amparo Amy Ana Anahit Anastasia Anatoly Anaïs Anca Anchalee Anders Andile Andre Andrea Andreas Andreea
    Andrei Andrej Andrew Andrija Andrius Andrzej Aneta Anete Anette Angela Angelika Angelo Angus Anika Aniket
    Anil Anita Anja Anjali Anjum Ankit Anna Annabel Annalena Anne Anneke Anneliese Annette Annika Anouk Ansel
    Anselma Ansgar Anthea Anthony Antje Antoine Anton Antonella Antonia Antonina Antonio Anwar Anya Aoife Aparna
    Apinya Apolline Apolonia April-Ann Araceli Arash Archie Ardit Argyro Aria Ariadne Ariana Arianna Ariel Arjun
    Arlene Armand Armando Armen Arne Arno Arnold Aroha Aron Arpad Arthur Arturo Artyom Arun Arvid Arvind Arzu
    Asha Asher Ashley Ashok Ashwin Asif Aslan Asma Astou Astrid Asuka Atilla Atsushi Aubrey Audrey Augustin
    Augusto Aurelia Aurelie Aurelio Aurélie Aurélien Awa Axel Ayaan Ayano Ayesha Ayla Aylin Ayodele Aysel Ayumi
    Azadeh Aziz Azra Babajide Babak Bahar Balazs Balint Balthasar Balázs Baptiste Baraka Barbara Baris Barnaby
    Barry Bartholomew Bartosz Bashir Bastian Beata Beate Beatrice Beatriz Behnam Behrouz Belinda Ben Bence
    Benedetta Benedict Benedikt Benedikta Benita Benjamin Benny Bente Berat Berit Bernadette Bernard Bernardo
    Bernd Berta Bertha Bertrand Besnik Beth Bethany Bettina Betty Bhavesh Bhavna Bianca Bianka Bilal Bimala Bina
    Binta Birgit Birgitta Biserka Bjorn Björn Blanca Blanche Blaz Blerta Blessing Boaz Bob Bodil Bogdan Boglarka
    Bojan Bongani Bonnie Boris Boyan Bozena Brad Bradley Brandon Branislav Branka Brenda Brendan Brent Brian
    Brianna Bridget Brigid Brigitte Britta Bronwyn Bruce Bruno Bryan Bryce Bryony Bui Bukola Burak Byron Caitlin
    Caleb Callum Calvin Cameron Camila Camille Candace Candice Carina Carla Carles Carlo Carlos Carlotta Carme
    Carmela Carmen Caroline Carolyn Carsten Casey Caspar Cassidy Catalina Catarina Caterina Cathal Catherine
    Cathy Catriona Cecilia Cecily Cedric Celia Celine Cem Cengiz Cesar Chandan Chandra Chantal Charlene Charles
    Charlie Charlotte Chau Chelsea Cheng Cherie Cheryl Chiamaka Chiara Chidi Chidinma Chihiro Chika Chinedu
    Chinwe Chitra Chiyo Chloe Chris Christa Christel Christina Christine Christoph Christopher Chukwuemeka
    Chukwuma Ciara Cillian Claire Clara Clarence Clarissa Claudia Claudine Claudiu Claus Clemens Clement
    Clementine Cleo Clive Clotilde Clyde Clémence Colette Colin Colleen Connor Conor Constantin Constanze
    Cordelia Corey Corina Corinna Corinne Cornelia Cornelius Cosima Cosmin Costas Courtney Craig Cristian
    Cristiano Cristina Csaba Curtis Cynthia Cyril César Dagmar Dagny Dai Daichi Daisuke Damian Damien Damir Dan
    Dana Danica Daniel Daniela Danielle Danijel Danilo Danny Danuta Daphne Dara Daria Dario Darius Dariush
    Dariusz Darko Darlene Darnell Darragh Darren Daryl Dave David Davide Davina Davit Dawid Dean-Marie Deborah
    Declan Deepa Deepak Deirdre Dejan Delphine Dembe Demetrius Denisa Denise Deniz Dennis Derek Desmond Despina
    Detlef Devika Devon Dewi Dhruv Diana Diane Didier Diego Dieter Dietrich Dijana Dilip Dilnoza Dimitra Dimitri
    Dimitrios Dinah Dinesh Diogo Divya Dmitri Dmitry Dogan Dolores Domenico Dominic Dominik Dominique Donald
    Dong-hyun Donna Doreen Dorian Doris Dorota Dorothea Dorothy Doug Douglas Dragan Dragana Duarte Duc Dumitru
    Duncan Dunja Duong Dustin Dušan Dwayne Dylan Eamon Ebba Ebele Ebere Ebony Ebru Eckhard Edgar Edita Edith
    Edmund Edoardo Eduardo Edward Edwin Edyta Efstathios Efua Egil Egon Eiji Eileen Eilidh Einar Eino Ekaterina
    Ekene Elaine Eleanor Eleftheria Elena Eleni Eleonora Elfriede Eli Elias Elif Elijah Elira Elisa Elise Eliza
    Elizabeth Eliška Elke Ella Ellen Ellie Elliot Elodie Eloise Elsa Else Elspeth Elvira Emanuela Emeka Emeric
    Emil Emilia Emilio Emily Emine Emir Emma Emmanuel Emre Endre Eniko Enrico Enrique Enzo Erdem Eric Erica
    Erich Erik Erika Erin Ermal Ernest Ernesto Erwin Esperanza Esra Esteban Estelle Esther Etelka Ethan Etienne
    Eugene Eugenia Eunice Eva Evan Evangeline Evangelos Eveline Evelyn Evgenia Evgeny Ewa Ewan Ezekiel Ezra
    Fabian Fabienne Fabio Fabrice Faisal Fanny Farah Farhan Farid Farida Farzad Fatih Fatima Fatimah Fatma Fatos
    Fatou Fatoumata Faye Federica Federico Felicia Felicity Feliks Felipe Felix Femi Feng Ferdinand Ferenc
    Fergus Fernanda Fernando Filip Filipa Filippo Filiz Finlay Finn Fiona Florence Florian Florin Folake Fouad
    Frances Francesca Francesco Francine Francis Francisco Francois Frank-Peter Franka Franz Franziska François
    Fraser Frauke Fred Frederick Frederik Freya Frida Frieda Friedrich Fumiko Fynn Gabor Gabriel Gabriela
    Gabrielle Galina Ganna Gareth Gary Gaspar Gaspard Gaurav Gavin Geert Geeta Gemma Genevieve Geoff Geoffrey
    Georg George Georges Georgia Georgina Georgios Gerald Geraldine Gerard Gerda Gerhard Gertrude Gheorghe
    Gianluca Gianna Gideon Giedre Gilbert Gillian Gina Gintaras Giorgia Giorgio Giorgos Giovanni Gisela Giselle
    Gita Giulia Giuseppe Gizem Glenn Gloria Gloriana Godfrey Golnaz Goncalo Gonzalo Gonçalo Gopal Goran Gordon
    Gottfried Graham Grazyna Greg Gregor Gregory Greta Gretchen Grzegorz Gudrun Guido Guillaume Guillermo
    Gulnara Gunnar Gunther Gustav Gustavo Gwen Gwendolyn Gyorgy Gyula Gábor Haakon Habib Hadiza Hakan Hakim
    Halina Hamid Hamish Hamza Hana Hanh Hanna Hannah Hanneke Hannes Hans Harald Hari Harish Harold Haroon
    Harpreet Harriet Harrison Harsh Hartmut Haruka Haruki Harvey Hasmik Hassan Hatice Hedda Heidi Heike Heiko
    Heinrich Heinz Helen Helena Helga Helmut Hemant Hendrik Hendrika Henri Henrietta Henrik Henrike Henry
    Herbert Herman Hermann Hester Hideki Hideo Hien Hieu Hikaru Hilary Hilda Hilde Hildegard Hiroko Hiroshi
    Hisashi Hoang Holger Hong Honza Horst Howard Hristo Hubert Huda Hugh Hugo Huma Humphrey Hung Huong Hussein
    Hyacinth Hye Hye-jin Hyun Hyun-woo Hélène Ian Ibrahim Ida Ieva Ifeanyi Ifeoma Ignacio Ignas Igor Ikenna
    Ikram Ilias Ilker Ilona Ilse Ilya Imani Imelda Imke Imogen Imran Imre Indira Ines Inga Ingeborg Ingo Ingrid
    Inka Ioana Ioannis Iolanda Ionut Irena Irene Irina Irma Iroha Iryna Isaac Isabel Isabella Isabelle Isaura
    Isidora Isla Ismael Ismail Isolde Istvan Itai Ivan Ivana Ivar Ivaylo Ivo Iwona Izabela Iñigo Jaakko Jabu
    Jacek Jacinta Jackie Jacob Jacqueline Jacques Jada Jadranka Jadwiga Jae-won Jagdish Jaime Jakob Jakub Jalal
    Jamal James Jamie Jan Jana Jane Janet Janez Jani Janice Janine Janis Jannik Janos Janusz Jared Jarek Jari
    Jarmila Jaroslav Jasmin Jasmina Jason Javier Jaya Jayden Jayesh Jean Jeff Jeffrey Jelena Jelle Jemima Jenna
    Jennifer Jenny Jens Jeremiah Jeremy Jeroen Jerome Jerry Jesper Jessica Jette Ji-ho Jiaying Jiho Jill Jim Jin
    Jiri Jitka Joachim Joan Joanna Joanne Joao Joaquin Jocelyn Jochen Jodie Joe Joel Joern Joey Johan Johann
    Johanna Johannes John Johnny Jolanda Jolanta Jomo Jon Jonas Jonathan Jonna Joost Jordan Jordi Jorge Joris
    Jose Josef Josefina Joseph Josephine Joshua Josiah Josie José Jovan Jovana Joyce Jozef João Juan Juanita
    Judith Judy Juha Jules Julia Julian Juliana Julie Julien Juliette Julio Julius Jun Junko Juraj Jurgen
    Jurgita Jussi Justin Justine Justyna Jutta Jürgen Kaan Kabir Kadir Kagiso Kaito Kaja Kalina Kalle Kalpana
    Kamal Kamala Kamau Kamila Kanako Kaori Karel Karen Karim Karin Karina Karl Karla Karolina Karolis Karsten
    Karthik Kasia Kaspar Kasper Katalin Katarina Katarzyna Kate Katerina Katharina Katherine Kathleen Kathrin
    Kathryn Kathy Katie Katja Katrin Katrina Kaveh Kavita Kaya Kayla Kayode Kazuki Kazuo Keiko Keiran Keith
    Kelly Kelsey Kemal Ken Kenji Kenneth Kenta Kerry Kerstin Ketan Kevin Kgosi Khadija Khaled Khalid Khanh Kiara
    Kieran Kim Kimberley Kimberly Kinga Kiran Kirill Kirk Kirsten Kishore Klara Klaus Kofi Koji Kojo Konrad
    Konstantin Konstantinos Kostas Kristen Kristian Kristin Kristina Kristof Krisztina Krzysztof Ksenia Kumar
    Kunal Kurt Kwabena Kwame Kwasi Kwesi Kyle Kyoko Kyriakos Lachlan Ladislav Laila Lakshmi Lalita Lamija Lamine
    Lara Larissa Larry Lars Lasse Laszlo Latisha Latoya Laura Lauren Laurence Laurent Lauri Lawrence Layla Leah
    Leander Leandro Lee Leif Leila Lena Lenka Leo Leon Leona Leonard Leonardo Leonie Leonora Leopold Lerato
    Leroy Lesley Leslie Leszek Leticia Levan Levente Levi Lewis Leyla Liam Lidia Lieke Lien Liesbeth Liesel
    Lilian Liliana Lillian Lilya Lina Linda Lindiwe Lindsay Ling Linh Linus Lionel Lior Lisa Liu Liv Livia Liviu
    Liz Ljubica Lloyd Logan Lois Lola Lorand Lorena Lorenzo Loretta Lorraine Lothar Lou Louis Louisa Louise Loïc
    Lubomir Luc Luca Lucas Lucia Luciana Lucie Lucija Lucinda Lucy Ludmila Ludovic Ludwig Luigi-Maria Luis Luisa
    Luka Lukas Lukasz Luke Lukáš Luna-Marie Lutz Lwazi Lydia Lyn Lynn Lázaro Mabel Maciej Maddalena Madeleine
    Madeline Madhav Madhu Madison Mads Mae Maeve Magda Magdalena Magdolna Magnus Mahesh Mahmoud Mahnoor Maike
    Maja Makena Makoto Malaika Malcolm Malgorzata Malia Malik Malin Mamadou Mandla Manfred Manish Manju Manoj
    Manon Manuel Manuela Mara Marc Marcel Marcela Marcelle Marcello Marcelo Marcia Marcin Marco Marcos Marcus
    Mareike Marek Margaret Margarita Margit Margot Maria Mariam Marian Mariana Marianne Maribel Marie Mariella
    Marija Marijana Marijke Marika Mariko Marilyn Marina Mario Marion Marisa Marisol Marit Marius Marjorie Marko
    Markus Marlene Marlies Marlon Marsha Marta Martha Martin Martina Martyna Marvin Mary Maryam María Masato
    Masha Massimo Matej Mateo Mateusz Mathias Mathilda Mathilde Matilda Mats Matt Matteo Matthew Matthias
    Matthieu Matyas Maureen Maurice Mauricio Mauro Maxim Maximilian Maxine Maya Mayumi Mbali Mbongeni Meena
    Meera Megan Mehdi Mehmet Mei Mei-Ling Meike Mel Melanie Melinda Melissa Meltem Melvin Meng Mercedes Meredith
    Merve Mette Micah Micha Michael Michaela Michal Michał Michel Michele Michelle Michiko Mick Miguel Mihaela
    Mihai Mihail Miho Mika Mikael Mike Mikhail Mikko Mikolaj Mila Milan Mildred Milena Millicent Milo Milos
    Miloslav Miloš Mimi Min-jun Mina Ming Mingzhe Minh Minjun Minna Mira Mireille Mirela Miriam Mirjam Mirjana
    Mirko Miroslav Misha Mitchell Mitsuko Miyuki Mladen Mohamed Mohammad Mohammed Mohan Mohini Moira Molly Mona
    Monica Monika Monique Monta Montserrat Morgan Moritz Moses Mosi Moussa Mpho Mukesh Murat Muriel Mustafa
    Myles Myra Myriam Myrtle Nabil Nadezhda Nadia Nadine Nadja Naledi Nancy Nandi Nandini Naoki Naoko Naomi
    Naresh Nasrin Natalia Natalie Natasha Natasza Nathalie Nathan Nathaniel Naveen Nazli Ned Neema Neha Neil
    Nele Nelson Nenad Nestor Ngozi Nguyen Nia Niall Niamh Nicholas Nicola Nicolas Nicole Nicoleta Nicoletta
    Niels Nigel Nikhil Nikita Niko Nikolai Nikolaos Nikolaus Nikoleta Nils Nimrod Nina Niranjan Nisha Njeri
    Nkechi Nnamdi Noa Noah Nobuhle Noel Noelle Noemi Nokuthula Nomsa Noor Nora Norbert Noriko Norma Norman
    Nozomi Noémie Nuno Nur Nuria Obinna Octavian Odette Oksana Olaf Olamide Ole Oleg Oleksandr Oleksiy Olena
    Olga Oliver Olivia Olivier Olof Olu Oluwaseun Omar Omari Omolara Ondrej Oona Ophelia Orhan Orla Orsolya
    Orson Osagie Oskar Osman Oswald Otieno Otis Ottilie Ousmane Ovidiu Owen Oya Oyelaran Ozan Pablo Paddy
    Padraig Paige Palesa Pallavi Pamela Panagiotis Pankaj Panos Paola Paolo Parisa Pascal Pascale Patience
    Patricia Patricio Patrick Patrik Patrizia Paul Paula Paulina Pauline Paulo Pavel Pavlina Pawel Paweł Pearl
    Pedro Peeter Peggy Percival Percy Perrine Petar Peter Petr Petra Petronella Petros Phil Philip Philipp
    Philippa Philippe Phillip Phuong Phyllis Pia Pierre Pieter Pilar Pim Piotr Pippa Piroska Polina Polly Pooja
    Pradeep Prakash Pranav Pranay Prasad Prashant Pratik Predrag Preeti Preston Priya Priyanka Prosper Przemek
    Quang Quentin Quinn Quoc Rabia Rachel Radek Radka Radoslav Radu Rafael Rafał Rafi Rahul Raimund Rainer Raj
    Rajesh Rajiv Rakesh Ralf Ralph Raluca Ramesh Ramon Ramona Ramón Randall Randolph Rania Ranjit Raphael Raquel
    Rashid Rashida Rasmus Raul Ravi Rayan Raymond Razvan Rebecca Reem Refilwe Reggie Regina Reginald Reiko
    Reinhard Reinhold Rekha Renata Renate Renaud Rene Renzo Reza Rhiannon Rhys Ricarda Ricardo Riccardo Richard
    Rick Rikke Rina Rita Ritu Roald Robbie Robert Roberta Roberto Robyn Rocio Rocío Roderick Rodney Rodrigo Roel
    Roger Rohan Rohini Rohit Roksana Roland Rolf Romain Roman Romy Ronald Ronan Ronja Rory Rosa Rosalie Rosalind
    Rosamund Rosanna Rosemary Rosie Ross Roswitha Rowan Roxana Roxanne Roy Roya Rozalia Ruben Rudolf Rui Rupert
    Rurik Ruslan Russell Rutger Ruth Ruxandra Ryan Ryo Ryota Ryszard Sabina Sabine Sabrina Sachin Sadia Saeed
    Saga Sagar Sahil Said Saki Sakura Salim Sally Salma Salome Sam Samantha Sameer Sami Samir Samira Samuel
    Sanaa Sandeep Sander Sandor Sandra Sandro Sanja Sanjay Sanna Sanne Saoirse Sara Sarah Sarita Sasha Saskia
    Satoshi Saul Savita Scarlett Scott Sean Sebastian Sefa Selena Selim Selina Selma Senthil Seo-yeon Seojun
    Serena Serge Sergei Sergey Sergio Serkan Seth Seung-ho Sevgi Seydou Shabnam Shaheen Shaista Shalini Shan
    Shane Shanice Shankar Shannon Sharma Sharon Shaun Shauna Sheila Shelley Sherry Shilpa Shinji Shira Shirin
    Shirley Shiv Shota Shreya Shruti Shyam Sibusiso Sibylle Sidney Siegfried Sigrid Sigurd Silas Silke Silvia
    Silvio Simeon Simon Simona Simone Simran Sindi Sinead Siobhan Siobhán Sipho Siti Siyabonga Slavica Slavko
    Slawomir Slobodan Smita Sneha Snezana Sofia Sofie Sofía Solange Solveig Somchai Sonali Song Sonia Sonja
    Sophia Sophie Soraya Soren Sorin Spencer Spyros Srinivas Stacey Stan Stanislav Stanislaw Stanley Stavros
    Stefan Stefania Stefanie Stefano Stefka Stelian Stella Stephan Stephanie Stephen Steve Steven Stewart Stijn
    Stoyan Stuart Subhash Sudha Sufjan Suki Suleiman Sumit Sunil Sunita Suresh Susan Susana Susanna Susanne
    Sushil Suzana Suzanne Suzy Svea Sven Svetla Svetlana Swati Swen Sybil Sylvester Sylvia Sylvie Szilvia Szymon
    Sébastien Søren Tabitha Tadashi Tadeusz Tafari Tahir Taiwo Takashi Takeshi Takumi Tal Tamar Tamara Tammy
    Tamsin Tamás Tania Tanja Tanvi Tanya Tara Taras Tareq Tariku Tariq Tatiana Tatjana Tatsuya Taylor Ted Teemu
    Tegan Temitope Tendai Teodora Terence Teresa Tereza Terrence Terry Tess Tessa Tetsuo Thabo Thaddeus Thandeka
    Thandiwe Thanh Thao Thea Thelma Thembi Theo Theodora Theodore Theresa Therese Thiago Thierry Thijs Thilo
    Thomas Thorsten Thuy Tibor Tiffany Tihomir Tijana Tilda Till Tim Timea Timo Timothy Timur Tina Tjark Tobi
    Tobias Toby Todd Todor Tom Tomas Tomasina Tomasz Tomoko Tomás Toni Tony Torben Tore Torsten Toshi Tracy
    Trang Travis-Lee Trevor Trina Trinh Tristan Troy Trudy Tsering Tshepo Tuan Tugba Tunc Tunde Tuomas Tushar
    Tyler Tyrone Ubaid Uche Udo Ufuk Ugo Ulf Ulla Ulrich Ulrike Uma Umar Unathi Ursula Urszula Usha Uta Ute Uwe
    Uzma Uzoma Vadim Valentin Valentina Valentino Valeria Valerie Vanessa Varun Vasanth Vasil Vasile Vasiliki
    Vasily Vasyl Vaughn Veera Venkat Vera Verena Vernon Veronica Veronika Veronique Vesna Vicente Vicky Victoire
    Vidya Viet Vigdis Vijay Vikas Vikram Viktor Viktoria Ville Vinay Vincent Vincenzo Vineet Viola Viorel
    Viorica Virginia Vit Vito Vivek Vivian Viviana Vivien Vivienne Vlad Vladimir Vladislav Vlasta Vojtech Volker
    Volodymyr Vuk Vusi Václav Wafa Wale Walid Wally Walter Waltraud Wambui Wanda Wangari Wanjiru Waseem Wayne
    Wei Wendel Wendell Wendy Werner Wesley Wiebke Wieslaw Wiktor Wilbur Wilfred Wilhelm Wilhelmina Willem
    William Wilma Winifred Winston Wojciech Wolfgang Wout Wouter Wyatt Xavi Xavier Xenia Ximena Xin Xiu Xochitl
    Yael Yan Yana Yann Yannick Yannis Yara Yaroslav Yash Yasir Yasmin Yasmine Yasser Yasuko Yavor Yaw Yelena
    Yeon Yetunde Yevgenia Yevgeny Yewande Yiannis Ying Yohannes Yoko Yolanda Yolande Yonas Yosef Yosuke Youssef
    Yuki Yuko Yulia Yumi Yun Yuri Yusuf Yuto Yves Yvette Yvonne Zach Zachary Zack Zahra Zaid Zainab Zakaria
    Zandile Zanele Zara Zbigniew Zbyněk Zdenek Zdenka Zdravko Zeina Zelda Zeljko Zeno Zeynep Zhang Zhen Ziad
    Zita Zlatan Zodwa Zoe Zofia Zola Zoltan Zoran Zoya Zsofia Zubair Zuri Zuzana Zvonimir Étienne Özlem Łukasz
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
